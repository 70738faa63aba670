// What to write where a value is not of the kind that its field wants: always what the editor wrote, in the right form.

import { quoteForYaml } from '../read/quote-for-yaml.ts'

type WrongType = {
  /** As the schema calls it. */
  readonly expected: string
  readonly input: unknown
  /** As the file has it: YAML takes 007 for 7, and 1.10 for 1.1. */
  readonly source: string
  /** Empty for the whole document. */
  readonly field: string
  /** Of the site: its word for "and" stands between names. */
  readonly language: string
}

export const typeHint = (wrong: WrongType): string =>
  groupHints[wrong.field] ?? hintFor(wrong) ?? 'compare with the tables of fields in docs/'

/** How the fields are written that hold more than one thing. */
const groupHints: Readonly<Record<string, string>> = {
  corrections: 'write a list: - { date: …, text: "…" }, the text in quotes',
  source: 'write { name: "…", url: "…" }',
  image: 'write { src: …, alt: "…", credit: "…" }',
  withdrawn: 'write { date: …, reason: "…" }',
  live: 'write true, or { until: … } with the time at which it ends',
}

const hintFor = ({ expected, input, source, field, language }: WrongType): string | null => {
  if (field === '' && Array.isArray(input)) return 'remove the hyphen before the fields: title: …'
  if (field === '')
    return typeof input === 'string'
      ? fieldHint(input)
      : 'write each field on a line of its own, such as title: …'
  if (expected === 'string') return hintForText(input, source)
  if (expected === 'array') return hintForList(input, source, language)
  if (expected === 'number') return hintForNumber(input, field)
  if (expected === 'boolean') return hintForSwitch(input)
  return null
}

const hintForText = (input: unknown, source: string): string => {
  if (Array.isArray(input)) return hintWithoutBrackets(input)
  if (input === null) return 'write a text, or remove it'
  if (typeof input === 'object')
    return 'write one text; if it contains a colon or braces, put it in "double quotes"'
  return `put it in quotes: ${quoteForYaml(source)}`
}

const hintWithoutBrackets = (items: readonly unknown[]): string => {
  const words = items.filter(item => typeof item === 'string')
  if (words.length === 0) return 'write one text, without brackets'
  if (words.length > 1) return `write one text, such as ${words[0]}, without brackets`
  return `write ${words[0]}, without brackets, or ${quoteForYaml(`[${words[0]}]`)} if they belong to the text`
}

const hintForList = (input: unknown, source: string, language: string): string | null => {
  if (typeof input !== 'string')
    return typeof input === 'number' || typeof input === 'boolean' ? `write [${quoteForYaml(source)}]` : null
  const first = source.trim()
  if (/^-[^\s-]/.test(first)) return `write - ${first.slice(1)}, with a blank behind the dash`
  // Of several lines the first one is at hand as it is written, and YAML has joined all.
  const lines = input.startsWith(first) ? [first, input.slice(first.length)] : [first]
  const items = lines.flatMap(line => line.split(between(language))).map(item => item.trim())
  return `write [${items.filter(item => item !== '').join(', ')}]`
}

/** A comma, a semicolon, "&", "and", and the same word in the site's language. */
const between = (language: string): RegExp => {
  const words = new Intl.ListFormat(language)
    .formatToParts(['a', 'b'])
    .filter(({ type }) => type === 'literal')
  const own = words.map(({ value }) => value.trim()).filter(word => /^\p{L}+$/u.test(word))
  return new RegExp(`\\s*[,;،、；，]\\s*|\\s+&\\s+|\\s+(?:and|${own[0] ?? 'and'})\\s+`, 'iu')
}

const hintForNumber = (input: unknown, field: string): string => {
  const isNumber = typeof input === 'string' && input.trim() !== '' && !Number.isNaN(Number(input))
  if (isNumber) return `write ${Number(input)}, in digits, without quotes`
  return field === 'urgency' ? 'write a number from 1 (flash) to 9' : 'write it in digits, without quotes'
}

const yes = /^(?:true|yes|y|on|1)$/i
const no = /^(?:false|no|n|off|0)$/i

const hintForSwitch = (input: unknown): string => {
  const word = String(input).trim()
  if (yes.test(word)) return 'write true, without quotes'
  return no.test(word) ? 'write false, without quotes' : 'write true or false, without quotes'
}

/** YAML takes `title:Storm` for one word, and `title = Storm` for a text. */
const fieldHint = (text: string): string => {
  const [, name, value] = /^([A-Za-z][\w-]*)(?::|\s*[=;]\s*)(\S.*)$/.exec(withoutNext(text)) ?? []
  return name === undefined
    ? 'write each field on a line of its own, such as title: …'
    : `write ${name}: ${value}, with a colon and a blank`
}

/** The first of several such lines, which YAML has joined. */
const withoutNext = (text: string): string => text.replace(/\s+[\w-]+\s*[=;].*$/s, '')
