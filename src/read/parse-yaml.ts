// YAML 1.2 core as data: dates stay text, no tags run code, a key stands once, aliases are few.

import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml'
import { errorAt, type Location, locationInText, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { explainYamlFault, type YamlFault } from './explain-yaml-fault.ts'
import { findFlowCut } from './find-flow-cut.ts'
import { createFindNode, type YamlPath } from './find-node.ts'
import { findOddStructure } from './find-odd-structure.ts'
import { findTightComments, type TightComment } from './find-tight-comments.ts'
import { findUnreadWords } from './find-unread-words.ts'

export type YamlDocument = {
  readonly value: unknown
  /** Of the key at a path (the nearest one that exists), or of its value. */
  readonly locationOf: (path: YamlPath, part: 'key' | 'value') => Location
  /** The rest of the line that the value at a path ends in, and its offset in the YAML. */
  readonly behind: (path: YamlPath) => { readonly rest: string; readonly offset: number }
  /** Of the YAML, with the location of each. */
  readonly tightComments: () => readonly (TightComment & { readonly location: Location })[]
}

/** A text that holds YAML: the whole file, and where in it the YAML begins. */
type YamlSource = {
  readonly file: string
  readonly text: string
  readonly start: number
  readonly yaml: string
}

// One story never needs more; each can double what it stands for.
const maxAliases = 4
const maxDepth = 12

export const parseYaml = (source: YamlSource): Result<YamlDocument, Problem> => {
  const { file, text, start, yaml } = source
  const odd = findOddStructure(yaml, firstLineOf(source))
  if (odd !== null) return failure(syntaxError(source, odd))
  try {
    const events = parseEvents(yaml, { maxDepth })
    const documents = constructFromEvents(events, { source: yaml, schema: CORE_SCHEMA, maxAliases })
    if (documents.length > 1)
      return failure(yamlProblem(source, secondDocument(yaml), 'it holds more than one document'))
    const mark = loneMark(events, yaml)
    if (mark !== null) return failure(yamlProblem(source, mark, 'a tag has no name'))
    if (holdsItself(documents[0])) {
      const alias = events.find(event => event.type === EVENT_ID.ALIAS)
      return failure(
        yamlProblem(source, (alias?.anchorStart ?? 1) - 1, 'an alias stands for a value that contains it'),
      )
    }
    const cut = findFlowCut(events, yaml)
    if (cut !== null) return failure(syntaxError(source, cut, 'text-cut'))
    const unread = findUnreadWords(events, yaml)
    if (unread !== null) return failure(yamlProblem(source, unread, unreadWords))
    const findNode = createFindNode(events, yaml)
    const locationOf = (path: YamlPath, part: 'key' | 'value') => {
      const node = findNode(path)[part]
      return locationInText(file, text, start + node.start, node.end - node.start)
    }
    const behind = (path: YamlPath) => {
      const { end } = findNode(path).value
      const rest = yaml[end - 1] === '\n' ? '' : (/.*/.exec(yaml.slice(end, end + 200))?.[0] ?? '')
      return { rest, offset: end }
    }
    const tightComments = () =>
      findTightComments(events, yaml).map(comment => ({
        ...comment,
        location: locationInText(file, text, start + comment.position, comment.words.length),
      }))
    return success({ value: documents[0] ?? null, locationOf, behind, tightComments })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return failure(yamlProblem(source, error.mark?.position ?? 0, error.reason))
  }
}

/** The offset of a "!" that YAML would drop without a word: "title: ! now" is "now". */
const loneMark = (events: readonly Event[], yaml: string): number | null => {
  for (const event of events)
    if ('tagStart' in event && yaml.slice(event.tagStart, event.tagEnd) === '!') return event.tagStart
  return null
}

/** The offset of the marker that ends the first document. */
const secondDocument = (yaml: string): number => {
  const first = yaml.search(/\S/)
  const marker = /^(?:---|\.\.\.)/m.exec(yaml.slice(first + 3))
  return marker === null ? 0 : first + 3 + marker.index
}

const holdsItself = (value: unknown, around: readonly unknown[] = []): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (around.includes(value) || Object.values(value).some(inner => holdsItself(inner, [...around, value])))

const unreadWords = 'these words are in none of its values'

const codes: readonly (readonly [RegExp, string])[] = [
  [/duplicate/, 'yaml-duplicate-key'],
  [new RegExp(unreadWords), 'yaml-words-lost'],
]

const firstLineOf = ({ text, start }: YamlSource): number => text.slice(0, start).split('\n').length

const yamlProblem = (source: YamlSource, at: number, reason: string): Problem => {
  const complaint = {
    yaml: source.yaml,
    firstLine: firstLineOf(source),
    position: Math.max(0, at),
    reason,
  }
  const code = codes.find(([pattern]) => pattern.test(reason))?.[1]
  return syntaxError(source, explainYamlFault(complaint), code)
}

const syntaxError = (
  { file, text, start }: YamlSource,
  { position, message, hint }: YamlFault,
  code = 'yaml-syntax',
): Problem => errorAt(locationInText(file, text, start + position, 1), { code, message, hint })
