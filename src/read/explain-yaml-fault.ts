// Says in a newsroom's words why a text is no YAML, and prints the line to type where it can.

import { quoteForYaml } from './quote-for-yaml.ts'

export type YamlFault = {
  /** Offset in the YAML. */
  readonly position: number
  readonly message: string
  readonly hint: string
}

/** The parser's complaint. `firstLine`: the line of the file that the YAML begins on. */
export type Complaint = {
  readonly yaml: string
  readonly firstLine: number
  readonly position: number
  readonly reason: string
}

/** A line of the YAML: `head` is all before its value, such as `title: `. */
type Line = {
  readonly text: string
  readonly start: number
  readonly number: number
  readonly head: string
  readonly value: string
}

export const explainYamlFault = (complaint: Complaint): YamlFault => {
  const { position, reason } = complaint
  const here = linesBefore(complaint)
  const found = explainers.map(explain => explain(complaint, here)).find(fault => fault !== null)
  const hint = hints.find(([pattern]) => pattern.test(reason))?.[1] ?? 'compare with a story that works'
  return found ?? { position, message: `this cannot be read as YAML: ${reason}`, hint }
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/more than one document/, 'remove the line that ends the first one'],
  [/\btab/, 'indent with spaces instead of tabs'],
  [/alias/, 'write the value out instead of using * and &'],
  [/tag/, 'write plain text: tags such as !!js are not allowed'],
  [/bad indentation|mapping/, 'put a value that contains a colon, # or quotes in "double quotes"'],
]

/** From the line of the fault back to the first. */
const linesBefore = ({ yaml, position, firstLine }: Complaint): readonly Line[] => {
  let start = 0
  const lines = yaml.split('\n').flatMap((text, index): Line[] => {
    const at = start
    start += text.length + 1
    if (at > position) return []
    const [, head = '', value = ''] = withValue.exec(text) ?? []
    return [{ text, start: at, number: firstLine + index, head, value }]
  })
  return lines.reverse()
}

const withValue = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+|(?<=- +)))(\S.*?)\s*$/

type Explain = (complaint: Complaint, lines: readonly Line[]) => YamlFault | null

const twice: Explain = ({ yaml, position, reason }) => {
  if (!/duplicate/.test(reason)) return null
  const [, name = ''] = /^["']?([^"':\n]+)/.exec(yaml.slice(position)) ?? []
  return { position, message: `“${name.trim()}” stands there twice`, hint: 'keep one of the two lines' }
}

/** The parser notices only where the next field begins, or at the end. */
const unclosed: Explain = ({ reason }, lines) => {
  if (!/deficient indentation|end of the stream within|flow collection/.test(reason)) return null
  const line = lines.find(({ value }) => value !== '' && openMark(value) !== null)
  if (line === undefined) return null
  const mark = openMark(line.value) as keyof typeof closing
  return {
    position: line.start + line.head.length,
    message: `the ${closing[mark].name} of line ${line.number} is never closed`,
    hint: `add ${closing[mark].end} at its end`,
  }
}

const closing = {
  '"': { name: 'quotation mark', end: 'another "' },
  "'": { name: 'quotation mark', end: "another '" },
  '[': { name: 'bracket', end: 'a ]' },
  '{': { name: 'brace', end: 'a }' },
} as const

/** What a value opens at its beginning and does not close in its line. */
const openMark = (value: string): keyof typeof closing | null => {
  const mark = value[0]
  if (mark === '"' || mark === "'") return afterQuotes(value) === null ? mark : null
  const plain = value.replace(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|\s#.*$/g, '')
  const count = (sign: string) => plain.split(sign).length
  if (mark === '[' && count('[') > count(']')) return mark
  return mark === '{' && count('{') > count('}') ? mark : null
}

/** The rest of a value behind the quotes that it begins with; null when they are never closed. */
const afterQuotes = (value: string): string | null =>
  /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')(.*)$/.exec(value)?.[1] ?? null

/** `title: "Everyone answered" says warden`. */
const quotesInside: Explain = (_complaint, [line]) => {
  if (line === undefined || !/^["']/.test(line.value)) return null
  const rest = afterQuotes(line.value)?.trim() ?? ''
  if (rest === '' || /^[#,:]/.test(rest)) return null
  const [mark = ''] = line.value
  const text = line.value.endsWith(mark) && /^\S*\w/.test(rest) ? line.value.slice(1, -1) : line.value
  return {
    position: line.start + line.head.length + line.value.indexOf(rest, 1),
    message: 'the quotation marks close before the end of the text',
    hint: `write ${inQuotes(line, text)}`,
  }
}

/** `title: “Storm: day two”`. */
const typographicQuotes: Explain = ({ reason }, [line]) => {
  const [, open, text, close] = /^([“„«‘‚])([^“”„«»]+)([”“»’‘])$/.exec(line?.value ?? '') ?? []
  if (line === undefined || text === undefined || /duplicate/.test(reason)) return null
  return {
    position: line.start + line.head.length,
    message: `${open} and ${close} are letters to YAML: only straight quotation marks hold a text together`,
    hint: `write ${inQuotes(line, text)}`,
  }
}

/** Characters that mean something to YAML where a value begins. */
const notFirst =
  /^(?:\*|&(?!\S*[ \t]*[[{])|[|>](?![-+\d]*[ \t]*(?:#.*)?$)|- |\? |\[#|[`@%,\]}]|!(?!!)|[[{](?=.*[\]}]\s*[^\s\]},#]))/

const signFirst: Explain = ({ reason }, [line]) => {
  if (/contains it|excessive/.test(reason)) return null
  const [sign] = notFirst.exec(line?.value ?? '') ?? []
  if (line === undefined || sign === undefined) return null
  return {
    position: line.start + line.head.length,
    message: `a text cannot begin with “${sign.trim()}”, which means something else to YAML`,
    hint: `write ${inQuotes(line, line.value)}`,
  }
}

/** `title: Storm: day two`. */
const colonInside: Explain = ({ position, reason }, [line]) => {
  if (line === undefined || !/bad indentation of a mapping/.test(reason)) return null
  if (!/^[^"'[{|>&*].*?:\s/.test(line.value)) return null
  return {
    position,
    message: 'the text contains a colon with a blank behind it, as if it were a field',
    hint: `write ${inQuotes(line, line.value)}`,
  }
}

const inQuotes = ({ head }: Line, text: string): string => `${head.trim()} ${quoteForYaml(text)}`

/** `title:Storm`, `title Storm`: what is meant as a field and is none. */
const noField: Explain = ({ reason }, lines) => {
  if (!/end of the stream or|block mapping entry|expected ':'/.test(reason)) return null
  for (const { text, start, number } of lines.slice(0, 2)) {
    const position = start + text.search(/\S|$/)
    const [, name, value] = /^\s*(?:- +)*([A-Za-z][\w-]*):(?!\/\/)(\S.*)$/.exec(text) ?? []
    if (name !== undefined) {
      const hint = `write ${name}: ${value}, with a colon and a blank`
      return { position, message: `line ${number} has no blank behind its colon`, hint }
    }
    const [, word, rest] = /^\s*([A-Za-z][\w-]*)(?: +([^:]*))?$/.exec(text) ?? []
    if (word !== undefined) {
      const hint = `write ${word}: ${rest ?? '…'}, with a colon and a blank`
      return { position, message: `line ${number} has no colon`, hint }
    }
  }
  return null
}

const indented: Explain = ({ yaml, position, reason }) => {
  const before = yaml.slice(yaml.lastIndexOf('\n', position - 1) + 1, position)
  if (!/bad indentation/.test(reason) || before === '' || before.trim() !== '') return null
  return {
    position,
    message: 'the line is not indented like the lines that it belongs to',
    hint: 'begin it in the same column as the other fields of its group',
  }
}

/** `tags: [&storm]`. */
const unread: Explain = ({ yaml, position, reason }) => {
  if (!/in none of its values/.test(reason)) return null
  const [words = ''] = /^[^\s,[\]{}]+/.exec(yaml.slice(position)) ?? []
  return {
    position,
    message: `to YAML “${words}” is no part of the text, so readers would not see it`,
    hint: `put the text in quotes: ${quoteForYaml(`${words} …`)}`,
  }
}

const explainers: readonly Explain[] = [
  twice,
  unclosed,
  quotesInside,
  typographicQuotes,
  signFirst,
  colonInside,
  noField,
  indented,
  unread,
]
