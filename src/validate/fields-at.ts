// The fields that a schema allows in a group, for the advice when one is misspelt.

import * as z from 'zod/mini'
import type { YamlPath } from '../read/find-node.ts'

type Schema = z.core.$ZodType

/** None where the path leads to no group, or to one that takes any name. */
export const fieldsAt = (schema: Schema, path: YamlPath): readonly string[] => {
  const inner = unwrapped(schema)
  const [step, ...rest] = path
  if (step === undefined) return inner instanceof z.ZodMiniObject ? Object.keys(inner.shape) : []
  if (inner instanceof z.ZodMiniArray) return fieldsAt(inner._zod.def.element, rest)
  if (inner instanceof z.ZodMiniRecord) return fieldsAt(inner._zod.def.valueType, rest)
  const field = inner instanceof z.ZodMiniObject ? inner.shape[step] : undefined
  return field === undefined ? [] : fieldsAt(field, rest)
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
