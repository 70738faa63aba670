// Where each field of a front matter is written, by the events of the parser that the build reads it with.

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'

/** Offsets in the YAML, end-exclusive, marks of quotation and brackets included. */
type Span = { readonly start: number; readonly end: number }

/** `null`: nothing is written. */
export type WrittenValue = {
  readonly kind: 'scalar' | 'lines' | 'alias' | 'list' | 'group'
  readonly span: Span | null
  /** Between brackets, or in the line of its name. */
  readonly isFlow: boolean
  /** Of a list or a group: all that is in it, names of fields as well. */
  readonly inner: readonly WrittenValue[]
}

export type WrittenField = { readonly name: string; readonly key: Span; readonly value: WrittenValue }

export type WrittenFields = {
  readonly fields: readonly WrittenField[]
  /** Whether all stand between { and }. */
  readonly isFlow: boolean
  readonly start: number
}

type Cursor = { index: number }

/** Of a YAML that is a mapping, as every front matter that validates is; else null. */
export const findWrittenFields = (yaml: string): WrittenFields | null => {
  const events = parseEvents(yaml, {})
  const top = events[1]
  if (top?.type !== EVENT_ID.MAPPING) return null
  const cursor = { index: 2 }
  const fields: WrittenField[] = []
  while (!isEnd(events[cursor.index])) {
    const event = events[cursor.index]
    const name = event?.type === EVENT_ID.SCALAR ? getScalarValue(yaml, event) : ''
    const key = readValue(events, yaml, cursor).span ?? { start: top.start, end: top.start }
    fields.push({ name, key, value: readValue(events, yaml, cursor) })
  }
  return { fields, isFlow: top.style === flow, start: top.start }
}

const flow = 2

const isEnd = (event: Event | undefined): boolean => event === undefined || event.type === EVENT_ID.POP

/** The value that begins at the cursor, which moves past it. */
const readValue = (events: readonly Event[], yaml: string, cursor: Cursor): WrittenValue => {
  const event = events[cursor.index++]
  if (event?.type === EVENT_ID.ALIAS)
    return {
      kind: 'alias',
      span: { start: event.anchorStart - 1, end: event.anchorEnd },
      isFlow: true,
      inner: [],
    }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
    const inner: WrittenValue[] = []
    while (!isEnd(events[cursor.index])) inner.push(readValue(events, yaml, cursor))
    cursor.index++
    const isFlow = event.style === flow
    const last = Math.max(event.start + (isFlow ? 1 : 0), ...inner.map(({ span }) => span?.end ?? 0))
    const end = isFlow ? endOfBrackets(yaml, last) : last
    const kind = event.type === EVENT_ID.SEQUENCE ? 'list' : 'group'
    return { kind, span: { start: event.start, end }, isFlow, inner }
  }
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart === -1)
    return { kind: 'scalar', span: null, isFlow: true, inner: [] }
  const { valueStart: start, valueEnd: end, style, chomping } = event
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    const isKept = chomping === keepsBlankLines
    return {
      kind: 'lines',
      span: { start, end: isKept ? end : endOfWords(yaml, end) },
      isFlow: false,
      inner: [],
    }
  }
  const quote = style === SCALAR_STYLE.PLAIN ? 0 : 1
  return { kind: 'scalar', span: { start: start - quote, end: end + quote }, isFlow: true, inner: [] }
}

const keepsBlankLines = 3

/** Behind the line in which the last words before `end` stand: blank lines below are none of the text. */
const endOfWords = (yaml: string, end: number): number => {
  const words = yaml.slice(0, end).trimEnd().length
  const line = yaml.indexOf('\n', words)
  return line === -1 ? end : Math.min(end, line + 1)
}

/** Behind the last thing in them stand commas, blanks and comments. */
const endOfBrackets = (yaml: string, from: number): number => {
  const rest = /(?:[^\]}#]|(?<!\s)#|(?<=\s)#.*)*[\]}]/y
  rest.lastIndex = from
  return from + (rest.exec(yaml)?.[0].length ?? 0)
}
