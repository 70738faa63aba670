// Adds to `elsewhere` in _data/site.yaml, and changes nothing else in it: comments and order are the editor's.

import { parseYaml } from '../read/parse-yaml.ts'
import { quoteForYaml } from '../read/quote-for-yaml.ts'

/** The new text; null where it cannot be written so, as in a file that is no YAML. */
export const addElsewhere = (text: string, paths: readonly string[]): string | null => {
  const document = parseYaml({ file: '', text, start: 0, yaml: text })
  if (!document.ok) return null
  const { value, behind } = document.value
  const known = elsewhereIn(value)
  if (known === null) return null
  const added = paths.filter(path => !known.includes(path)).map(asYaml)
  if (added.length === 0) return text
  if (known.length === 0) return addField(text, added)
  const { offset } = behind(['elsewhere', known.length - 1])
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const [dash] = /^\s*-\s+(?=[^[]*$)/.exec(line) ?? []
  const between = dash === undefined ? ', ' : `\n${dash}`
  return checked(
    text.slice(0, offset) + added.map(path => between + path).join('') + text.slice(offset),
    known.length + added.length,
  )
}

/** Null where it is no list. */
const elsewhereIn = (value: unknown): readonly unknown[] | null => {
  const written = typeof value === 'object' && value !== null && 'elsewhere' in value ? value.elsewhere : null
  return written === null ? [] : Array.isArray(written) ? written : null
}

/** In place of an empty one, else at the end. */
const addField = (text: string, paths: readonly string[]): string | null => {
  const field = `elsewhere: [${paths.join(', ')}]`
  const empty = /^elsewhere:[ \t]*(?:\[\s*\]|~|null)?[ \t]*(?=#|\r?$)/m
  const written = empty.test(text)
    ? text.replace(empty, () => `${field} `).replace(/^(elsewhere: .*\]) +$/m, '$1')
    : `${text.replace(/(?<=[^\n])$/, '\n')}${field}\n`
  return checked(written, paths.length)
}

/** A text after which YAML reads something else is not written. */
const checked = (text: string, count: number): string | null => {
  const document = parseYaml({ file: '', text, start: 0, yaml: text })
  return document.ok && elsewhereIn(document.value.value)?.length === count ? text : null
}

const asYaml = (path: string): string => (/^\/[\w./-]*$/.test(path) ? path : quoteForYaml(path))
