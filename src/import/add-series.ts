// Adds series of the old site to _data/series.yaml, and changes nothing else in it.

import { parseYaml } from '../read/parse-yaml.ts'
import { quoteForYaml } from '../read/quote-for-yaml.ts'

type Series = { readonly key: string; readonly name: string }

/** The new text; null where it cannot be written so, as in a file that is no YAML. */
export const addSeries = (text: string, series: readonly Series[]): string | null => {
  const before = keysIn(text)
  if (before === null) return null
  const rows = series.map(({ key, name }) => `${asKey(key)}:\n  title: ${quoteForYaml(name)}\n`)
  const start = before.length === 0 ? text.replace(/^\{\s*\}[ \t]*$/m, '') : text
  const written = start.replace(/(?<=[^\n])$/, '\n') + rows.join('')
  const after = keysIn(written)
  const isComplete =
    after?.length === before.length + series.length && series.every(({ key }) => after.includes(key))
  return isComplete ? written : null
}

/** YAML takes digits alone, and some words, for something else. */
const asKey = (key: string): string => (/^[a-z]+(?:-[a-z0-9]+)+$/.test(key) ? key : quoteForYaml(key))

/** Null where it is no map. */
const keysIn = (text: string): readonly string[] | null => {
  const document = parseYaml({ file: '', text, start: 0, yaml: text })
  if (!document.ok) return null
  const { value } = document.value
  if (value === null || value === undefined) return []
  return typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : null
}
