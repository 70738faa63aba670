// The value of a field as an editor would write it.

import { CORE_SCHEMA, load } from 'js-yaml'
import { quoteForYaml } from '../read/quote-for-yaml.ts'

type Scalar = string | boolean
/** Such as a correction. */
type Group = Readonly<Record<string, Scalar>>
export type Item = Scalar | Group
export type FieldValue = Item | readonly Item[]

/** Times, words of addresses and keys: nothing in them means anything to YAML. */
const plain = /^[\p{L}\d/][\p{L}\p{M}\d/:.+%_-]*$/u

const writeScalar = (value: Scalar): string => {
  if (typeof value === 'boolean') return String(value)
  return plain.test(value) && isSameToYaml(value) ? value : quoteForYaml(value)
}

/** `12`, `true` and `a:` are no texts without quotes. */
const isSameToYaml = (value: string): boolean => load(value, { schema: CORE_SCHEMA }) === value

const isList = (value: FieldValue): value is readonly Item[] => Array.isArray(value)

/** In one line, wherever it may stand. */
export const writeInLine = (value: FieldValue): string => {
  if (isList(value)) return `[${value.map(writeInLine).join(', ')}]`
  if (typeof value !== 'object') return writeScalar(value)
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${writeScalar(inner)}`)
  return `{ ${fields.join(', ')} }`
}

/** With its name, in lines of its own. `indent`: the blanks before the name. */
export const writeField = (name: string, value: FieldValue, indent: string): string => {
  const isDeep = isList(value) ? typeof value[0] === 'object' : typeof value === 'object'
  if (!isDeep) return `${indent}${name}: ${writeInLine(value)}\n`
  const inside = isList(value)
    ? value.map(item => writeItem(item, `${indent}  `)).join('')
    : writeLines(value as Group, `${indent}  `)
  return `${indent}${name}:\n${inside}`
}

/** One more item of a list whose hyphens stand behind `indent`. */
export const writeItem = (item: Item, indent: string): string =>
  typeof item === 'object'
    ? `${indent}- ${writeLines(item, `${indent}  `).trimStart()}`
    : `${indent}- ${writeScalar(item)}\n`

const writeLines = (group: Group, indent: string): string =>
  Object.entries(group)
    .map(([name, value]) => `${indent}${name}: ${writeScalar(value)}\n`)
    .join('')
