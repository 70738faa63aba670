// Reads a YAML document by a schema: the value, or a problem for each of its faults.

import type * as z from 'zod/mini'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { fieldsAt, isOptional } from './fields-at.ts'
import { meantField } from './meant-field.ts'
import { fieldsPresent, type Issue, isPresent, problemsOfIssue, type StoryAdvice } from './shape-problems.ts'

/** `fields`: the names that a mapping at the document's top may have; none for a file of named entries. `advice`: for a story. */
export const validateShape = <Value>(
  schema: z.ZodMiniType<Value>,
  document: YamlDocument,
  fields: readonly string[] = [],
  advice: StoryAdvice | null = null,
): Result<Value, readonly Problem[]> => {
  const value = document.value ?? {}
  const namesAt = (path: YamlPath) => (path.length === 0 ? fields : fieldsAt(schema, path))
  const input = fields.length === 0 ? withoutNullsInEntries(value, namesAt) : withoutNulls(value, namesAt)
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return success(parsed.data)
  const { issues } = parsed.error
  const meant = fieldsMeant(issues, namesAt, input)
  // A field that was misspelt is not also missing.
  const isEcho = ({ path }: Issue) => meant.has(nameOf(path)) && !isPresent(input, path as YamlPath)
  const shape = {
    document,
    input,
    fieldsAt: namesAt,
    isOptional: (path: YamlPath) => isOptional(schema, path),
    advice,
  }
  return failure(issues.filter(issue => !isEcho(issue)).flatMap(issue => problemsOfIssue(issue, shape)))
}

/** The fields that those which are none were probably meant to be. */
const fieldsMeant = (
  issues: readonly Issue[],
  namesAt: (path: YamlPath) => readonly string[],
  input: unknown,
): ReadonlySet<string> =>
  new Set(
    issues.flatMap(issue => {
      if (issue.code !== 'unrecognized_keys') return []
      const path = issue.path as YamlPath
      const present = fieldsPresent(input, path)
      return issue.keys.map(key => nameOf([...path, meantField(key, namesAt(path), present) ?? key]))
    }),
  )

const nameOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String))

type NamesAt = (path: YamlPath) => readonly string[]

/** "`updated:` with nothing behind it" means that the field is not set; a name that no field has is a mistake even so. */
const withoutNulls = (value: unknown, namesAt: NamesAt, path: YamlPath = []): unknown => {
  if (Array.isArray(value)) return value.map((item, at) => withoutNulls(item, namesAt, [...path, at]))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([name, item]) => item !== null || isUnknown(name, namesAt(path)),
  )
  return Object.fromEntries(
    entries.map(([name, item]) => [name, withoutNulls(item, namesAt, [...path, name])]),
  )
}

const isUnknown = (name: string, known: readonly string[]): boolean =>
  name.includes(':') || (known.length > 0 && !known.includes(name))

/** In a file of named entries, a name with nothing behind it is an entry that was forgotten. */
const withoutNullsInEntries = (value: unknown, namesAt: NamesAt): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, withoutNulls(entry, namesAt, [name])]),
  )
}
