// Where a story's times stand in its file, as they are written.

import type { YamlPath } from '../../read/find-node.ts'

/** `written`: whatever stands there. */
export type WrittenTime = { readonly path: YamlPath; readonly written: unknown }

/** Those among the fields, as YAML has them, whether they are there or not. */
export const timesAmong = (fields: unknown): readonly WrittenTime[] => {
  const corrections = valueAt(fields, ['corrections'])
  const paths: readonly YamlPath[] = [
    ['date'],
    ['embargo'],
    ['updated'],
    ['withdrawn', 'date'],
    ['live', 'until'],
    ...(Array.isArray(corrections) ? corrections.map((_, index) => ['corrections', index, 'date']) : []),
  ]
  return paths.map(path => ({ path, written: valueAt(fields, path) }))
}

/** "corrections.date" */
export const nameOfTime = (path: YamlPath): string => path.filter(step => typeof step === 'string').join('.')

const valueAt = (value: unknown, path: YamlPath): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return value
  return typeof value === 'object' && value !== null
    ? valueAt((value as Record<string | number, unknown>)[step], rest)
    : undefined
}

/** In the first line of an entry of a live blog. */
export const timeOfEntry = (line: string): { readonly column: number; readonly written: string } | null => {
  const [, before = '', written = ''] = /^(:{3,}[ \t]*entry[ \t]+)(\S+)/.exec(line) ?? []
  return written === '' ? null : { column: before.length, written }
}
