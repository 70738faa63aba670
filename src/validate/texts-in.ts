// The texts of a YAML document that readers see.

import type { YamlPath } from '../read/find-node.ts'

/** The fields that hold text, wherever they stand. */
export type NamedTexts = ReadonlySet<string> | 'all'

type TextAt = {
  readonly path: YamlPath
  /** Null where nothing stands behind the field's colon. */
  readonly text: string | null
}

export const textsIn = (value: unknown, named: NamedTexts, path: YamlPath = []): readonly TextAt[] => {
  if (typeof value === 'object' && value !== null) {
    const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    return steps.flatMap(([step, inner]) => textsIn(inner, named, [...path, step]))
  }
  const isNamed = named === 'all' || named.has(String(path.findLast(step => typeof step === 'string')))
  return isNamed && (typeof value === 'string' || value === null) ? [{ path, text: value }] : []
}
