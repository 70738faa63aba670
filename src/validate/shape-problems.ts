// Turns what a schema finds wrong with a YAML document into problems that point at their location.

import type * as z from 'zod/mini'
import { nearMiss } from '../domain/near-miss.ts'
import { errorAt, type Fault, markedText, type Problem } from '../domain/problem.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { quoteForYaml } from '../read/quote-for-yaml.ts'
import type { Advice } from './fields.ts'
import { meantField } from './meant-field.ts'
import { typeHint } from './type-hints.ts'

export type Issue = z.core.$ZodIssue

type Shape = {
  readonly document: YamlDocument
  /** Its value as the schema was given it. */
  readonly input: unknown
  /** The fields that the group at a path may have; none where any name is one. */
  readonly fieldsAt: (path: YamlPath) => readonly string[]
  readonly isOptional: (path: YamlPath) => boolean
  readonly advice: StoryAdvice | null
}

/** What the advice for a story's fields depends on. */
export type StoryAdvice = {
  /** Of times in advice. */
  readonly day: string
  /** The site's. */
  readonly language: string
  /** What a required field needs, in brackets. */
  readonly needOf: (field: string) => string | null
}

export const problemsOfIssue = (
  issue: Issue,
  { document, input, fieldsAt, isOptional, advice }: Shape,
): readonly Problem[] => {
  const path = issue.path as YamlPath
  const name = path.filter(step => typeof step === 'string').join('.')
  const at = (part: 'key' | 'value', fault: Fault, to: YamlPath = path): Problem =>
    errorAt(document.locationOf(to, part), {
      ...fault,
      message: name === '' ? fault.message : `${name}: ${fault.message}`,
    })
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(path)
    const present = fieldsPresent(input, path)
    return issue.keys.map(key => at('key', unknownField(key, known, present), [...path, key]))
  }
  if (!isPresent(input, path))
    return [
      at(
        'key',
        missingField(
          String(path.at(-1)),
          isPresent(document.value, path),
          sourceAt(document, path),
          path.length === 1 ? (advice?.needOf(String(path[0])) ?? '') : '',
          path.length > 1 && sourceAt(document, path.slice(0, -1)).startsWith('{'),
        ),
      ),
    ]
  if (issue.code === 'invalid_key') return [at('key', wrongKey(issue))]
  const fault = wrongValue(
    issue,
    path.findLast(step => typeof step === 'string') ?? '',
    sourceAt(document, path),
    advice,
  )
  return [at('value', isOptional(path) ? orRemove(fault) : fault)]
}

/** A value as the editor wrote it, when it stands in one line. */
const sourceAt = (document: YamlDocument, path: YamlPath): string =>
  markedText(document.locationOf(path, 'value'))

/** The fields that stand in the group at a path. */
export const fieldsPresent = (input: unknown, path: YamlPath): ReadonlySet<string> => {
  let value = input
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step]
  return new Set(typeof value === 'object' && value !== null ? Object.keys(value) : [])
}

export const isPresent = (input: unknown, path: YamlPath): boolean => {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !(step in value)) return false
    value = (value as Record<string | number, unknown>)[step]
  }
  return true
}

const unknownField = (name: string, known: readonly string[], present: ReadonlySet<string>): Fault => ({
  code: 'field-unknown',
  message: `there is no field “${name}”`,
  hint: joinedField(name) ?? hintForField(meantField(name, known, present), known),
})

const hintForField = (meant: string | null, known: readonly string[]): string => {
  if (meant !== null) return `did you mean “${meant}”?`
  return known.length === 0 ? 'remove it' : `remove it; the fields are ${known.join(', ')}`
}

/** `{name:Wire}` is one word to YAML. */
const joinedField = (name: string): string | null => {
  const [, field, value] = /^(\w+):(?!\/\/)(.+)$/.exec(name) ?? []
  return field === undefined ? null : `write ${field}: ${value}, with a blank behind the colon`
}

/** `isNamed`: with nothing behind its colon, or a word that means nothing to YAML. */
const missingField = (
  name: string,
  isNamed: boolean,
  source: string,
  need: string,
  inBraces: boolean,
): Fault => ({
  code: 'field-missing',
  message: 'this field is required',
  hint: !isNamed
    ? inBraces
      ? `add it between the braces: { …, ${name}: ${/^(?:date|src|url)$/.test(name) ? '…' : '"…"'} }`
      : `add a line “${name}: …”${need}`
    : /^(?:null|~)$/i.test(source)
      ? `write it after the colon; a text that is “${source}” needs quotes: ${quoteForYaml(source)}`
      : `write it after the colon: “${name}: …”${need}`,
})

const wrongKey = (issue: z.core.$ZodIssueInvalidKey): Fault => {
  const [inner] = issue.issues
  if (inner?.code === 'custom') return adviceIn(inner, null)
  return { code: 'key-form', message: inner?.message ?? issue.message, hint: '' }
}

const wrongValue = (issue: Issue, field: string, source: string, advice: StoryAdvice | null): Fault => {
  if (issue.code === 'custom') return adviceIn(issue, advice?.day ?? null)
  if (issue.code === 'invalid_value') return unknownWord(String(issue.input), issue.values.map(String))
  const expected = issue.code === 'invalid_type' ? issue.expected : 'other'
  return {
    code: 'field-type',
    message: `this must be ${expectations[expected] ?? 'something else'}`,
    hint: typeHint({ expected, input: issue.input, source, field, language: advice?.language ?? 'en' }),
  }
}

/** A text that is too short may go, unless its field is required. */
const orRemove = (fault: Fault): Fault =>
  fault.code === 'text-too-short' ? { ...fault, hint: `${fault.hint}, or remove the line` } : fault

const adviceIn = ({ message, params }: z.core.$ZodIssueCustom, day: string | null): Fault => {
  const { code, hint, hintOn } = params as Advice
  return { code, message, hint: (day !== null && hintOn?.(day)) || hint }
}

const unknownWord = (word: string, words: readonly string[]): Fault => ({
  code: 'word-unknown',
  message: `“${word}” is not a value that this field can have`,
  hint: nearMiss(word, words) ?? oneOf(words),
})

const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of entries',
}

const oneOf = (words: readonly string[]): string =>
  words.length === 1 ? `write ${words[0]}` : `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
