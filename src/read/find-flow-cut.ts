// A text between { and } that its own comma cuts: `{ text: It is 10,000 not 1,000. }` is "It is 10" to YAML, and the rest a name of nothing.

import { EVENT_ID, type Event } from 'js-yaml'
import { quoteForYaml } from './quote-for-yaml.ts'

type FlowCut = {
  /** Offset in the YAML of what is cut off. */
  readonly position: number
  readonly message: string
  readonly hint: string
}

type Scalar = { readonly start: number; readonly end: number; readonly isPlain: boolean }

/** An open group. `text`: the last value of a field, which what is cut off goes on with. */
type Group = {
  readonly isFlow: boolean
  readonly isMapping: boolean
  isKey: boolean
  key: Scalar | null
  text: { readonly name: string; readonly value: Scalar } | null
}

const flow = 2
const plain = 1

/** Null where each name between braces has a colon behind it. */
export const findFlowCut = (events: readonly Event[], yaml: string): FlowCut | null => {
  if (!yaml.includes('{')) return null
  const open: Group[] = []
  for (const event of events) {
    const group = open.at(-1)
    if (event.type === EVENT_ID.POP) {
      open.pop()
      continue
    }
    const scalar = scalarOf(event)
    if (group?.isMapping && group.isFlow) {
      if (group.isKey) group.key = scalar
      else if (group.key && scalar?.start === -1 && !isField(group.key, yaml))
        return cutAt(group.key, group.text, yaml)
      else if (group.key) group.text = scalar && { name: wordsOf(group.key, yaml), value: scalar }
      group.isKey = !group.isKey
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
      open.push({
        isFlow: event.style === flow,
        isMapping: event.type === EVENT_ID.MAPPING,
        isKey: true,
        key: null,
        text: null,
      })
  }
  return null
}

const scalarOf = (event: Event): Scalar | null =>
  event.type === EVENT_ID.SCALAR
    ? { start: event.valueStart, end: event.valueEnd, isPlain: event.style === plain }
    : null

const wordsOf = ({ start, end }: Scalar, yaml: string): string => yaml.slice(start, end)

/** With a colon behind it, or inside: `{name:Wire}` is a field without its blank, and named as one. */
const isField = (key: Scalar, yaml: string): boolean =>
  /^["']?\s*:/.test(yaml.slice(key.end, key.end + 80)) || /^\w+:(?!\/\/)\S/.test(wordsOf(key, yaml))

const cutAt = (rest: Scalar, cut: Group['text'], yaml: string): FlowCut => {
  const words = wordsOf(rest, yaml)
  const position = rest.start
  if (cut === null || cut.value.start === -1)
    return {
      position,
      message: `between { and } “${words}” has no colon, so it is no field`,
      hint: 'write each field with a colon and a blank, and a text with a comma in it in "double quotes"',
    }
  const { name, value } = cut
  const all = yaml.slice(value.start, endOfRest(yaml, rest.end))
  return {
    position,
    message: `${name}: between { and } a comma ends a text, so readers would not see “${words}”`,
    hint: value.isPlain
      ? `write ${name}: ${quoteForYaml(all.trim().replace(/\s+/g, ' '))}`
      : `put all of the text in "double quotes"`,
  }
}

/** Up to the next field, or the end of the group. */
const endOfRest = (yaml: string, from: number): number => {
  const length = yaml.slice(from).search(/,?\s*(?:\}|,\s*["']?[\w-]+["']?:\s)/)
  return length === -1 ? from : from + length
}
