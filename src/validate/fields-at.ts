// What a schema allows at a path: the fields of a group, and whether a field may be absent. Advice depends on it.

import * as z from 'zod/mini'
import type { YamlPath } from '../read/find-node.ts'

type Schema = z.core.$ZodType

/** None where the path leads to no group, or to one that takes any name. */
export const fieldsAt = (schema: Schema, path: YamlPath): readonly string[] => {
  const group = unwrapped(schemaAt(schema, path))
  return group instanceof z.ZodMiniObject ? Object.keys(group.shape) : []
}

export const isOptional = (schema: Schema, path: YamlPath): boolean => {
  const field = schemaAt(schema, path)
  return field instanceof z.ZodMiniOptional || field instanceof z.ZodMiniDefault
}

/** Where the path leads to nothing, the schema of the nearest thing above. */
const schemaAt = (schema: Schema, path: YamlPath): Schema => {
  const [step, ...rest] = path
  if (step === undefined) return schema
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodMiniArray) return schemaAt(inner._zod.def.element, rest)
  if (inner instanceof z.ZodMiniRecord) return schemaAt(inner._zod.def.valueType, rest)
  const field = inner instanceof z.ZodMiniObject ? inner.shape[step] : undefined
  return field === undefined ? schema : schemaAt(field, rest)
}

/** What stands inside "optional", a default or a transformation. */
const unwrapped = (schema: Schema): Schema => {
  if (schema instanceof z.ZodMiniPipe) {
    const { in: before, out: after } = schema._zod.def
    return unwrapped(before instanceof z.ZodMiniTransform ? after : before)
  }
  const isWrapped =
    schema instanceof z.ZodMiniOptional ||
    schema instanceof z.ZodMiniDefault ||
    schema instanceof z.ZodMiniNullable
  return isWrapped ? unwrapped(schema._zod.def.innerType) : schema
}
