// YAML as the parsers of old generators read it, which heed the specification less than ours.

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { asTree } from './as-tree.ts'

type Limits = { readonly json: boolean; readonly maxAliases: number; readonly maxDepth?: number }

/** Nobody has more of such lines. */
const mostLines = 400

/**
 * The brackets and entries of a list may stand at the beginning of their lines, as may the further lines of a text in
 * quotes; the specification wants them indented.
 */
export const loadOldYaml = (text: string, limits: Limits): unknown => {
  const indented = new Set<number>()
  for (let lines: readonly string[] = text.split('\n'); ; ) {
    try {
      return asTree(load(lines.join('\n'), { schema: CORE_SCHEMA, ...limits }), text)
    } catch (error) {
      const line = lineToIndent(error)
      if (line === null || indented.has(line) || indented.size > mostLines) throw error
      indented.add(line)
      lines = lines.map((written, index) => (index === line ? `${' '.repeat(40)}${written}` : written))
    }
  }
}

const lineToIndent = (error: unknown): number | null =>
  error instanceof YAMLException && error.reason === 'deficient indentation'
    ? (error.mark?.line ?? null)
    : null
