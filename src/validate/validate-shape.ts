// Holds a YAML document against a schema; every fault becomes a problem that points at its place.

import type * as z from 'zod/mini'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import type { Advice } from './fields.ts'
import { nearestWord, nearMiss } from './near-miss.ts'

type Schema<Value> = z.ZodMiniType<Value>
type Issue = z.core.$ZodIssue

/** `fields`: the names that a mapping at the document's top may have; none for a file of named entries. */
export const validateShape = <Value>(
  schema: Schema<Value>,
  document: YamlDocument,
  fields: readonly string[] = [],
): Result<Value, readonly Problem[]> => {
  const input =
    fields.length === 0 ? withoutNullsInEntries(document.value ?? {}) : withoutNulls(document.value ?? {})
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return success(parsed.data)
  const { issues } = parsed.error
  const meant = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map(key => nearestWord(key, fields))
      : [],
  )
  // A field that was misspelt is not also missing.
  const isEcho = ({ path }: Issue) =>
    path.length === 1 && meant.includes(String(path[0])) && !isPresent(input, path as YamlPath)
  return failure(
    issues.filter(issue => !isEcho(issue)).flatMap(issue => problemsOf(issue, document, input, fields)),
  )
}

/** "`updated:` with nothing behind it" means that the field is not set. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== null)
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutNulls(item)]))
}

/** In a file of named entries, a name with nothing behind it is an entry that was forgotten. */
const withoutNullsInEntries = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutNulls(entry)]))
}

const problemsOf = (
  issue: Issue,
  document: YamlDocument,
  input: unknown,
  fields: readonly string[],
): Problem[] => {
  const path = issue.path as YamlPath
  const field = path.filter(step => typeof step === 'string').join('.')
  const at = (
    code: string,
    message: string,
    hint: string,
    part: 'key' | 'value' = 'value',
    to = path,
  ): Problem => ({
    code,
    severity: 'error',
    message: field === '' ? message : `${field}: ${message}`,
    hint,
    location: document.locationOf(to, part),
  })
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? fields : []
    return issue.keys.map(name =>
      at('field-unknown', `there is no field “${name}”`, nearMiss(name, known) ?? fieldsHint(known), 'key', [
        ...path,
        name,
      ]),
    )
  }
  if (!isPresent(input, path)) {
    const line = `“${path.at(-1)}: …”`
    const hint = isPresent(document.value, path) ? `write it after the colon: ${line}` : `add a line ${line}`
    return [at('field-missing', 'this field is required', hint, 'key')]
  }
  if (issue.code === 'custom') {
    const advice = issue.params as Advice
    return [at(advice.code, issue.message, advice.hint)]
  }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues
    const advice = inner?.code === 'custom' ? (inner.params as Advice) : null
    return [at(advice?.code ?? 'key-form', inner?.message ?? issue.message, advice?.hint ?? '', 'key')]
  }
  if (issue.code === 'invalid_value') {
    const [word, words] = [String(issue.input), issue.values.map(String)]
    return [
      at(
        'word-unknown',
        `“${word}” is not a value that this field can have`,
        nearMiss(word, words) ?? oneOf(words),
      ),
    ]
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : 'other'
  return [
    at(
      'field-type',
      `this must be ${expectations[expected] ?? 'something else'}`,
      groupHints[String(path.at(-1))] ?? typeHint(expected, issue.input),
    ),
  ]
}

const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of entries',
}

/** How the fields are written that hold more than one thing. */
const groupHints: Readonly<Record<string, string>> = {
  corrections: 'write [{ date: …, text: … }]',
  source: 'write { name: …, url: … }',
  image: 'write { src: …, alt: …, credit: … }',
  withdrawn: 'write { date: …, reason: … }',
  live: 'write true, or { until: … } with the time at which it ends',
}

const oneOf = (words: readonly string[]): string =>
  words.length === 1 ? `write ${words[0]}` : `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const typeHint = (expected: string, input: unknown): string => {
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `put it in quotes: "${input}"`
  if (expected === 'array' && typeof input === 'string') return `write [${input}]`
  if (expected === 'number') return 'write it in digits, without quotes'
  if (expected === 'boolean') return 'write true or false, without quotes'
  return 'compare with the tables of fields in docs/'
}

const isPresent = (input: unknown, path: YamlPath): boolean => {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !(step in value)) return false
    value = (value as Record<string | number, unknown>)[step]
  }
  return true
}

const fieldsHint = (known: readonly string[]): string =>
  known.length === 0 ? 'remove it' : `remove it; the fields are ${known.join(', ')}`
