// Finds texts that YAML cuts short: to it, a # behind a blank begins a comment.

import { errorAt, type Problem } from '../domain/problem.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'

type CutTextRules = {
  /** The fields that hold text, wherever they stand. */
  readonly texts: ReadonlySet<string> | 'all'
  /** A comment with a blank behind its # is meant as one. */
  readonly allowComments: boolean
}

/** "Team is #1 again" would be published as "Team is", and "#MeToo" as nothing. */
export const findCutTexts = (document: YamlDocument, rules: CutTextRules): readonly Problem[] =>
  textsIn(document.value, [], rules.texts).flatMap(({ path, isEmpty }) => {
    const location = document.locationOf(path, 'value')
    const rest = location.text.slice(location.column - 1 + location.length)
    const cut = isEmpty ? /^["']?:\s+#\S/ : rules.allowComments ? /^\s+#\S/ : /^\s+#/
    return cut.test(rest) ? [errorAt(location, cutAtSign(path))] : []
  })

type TextAt = { readonly path: YamlPath; readonly isEmpty: boolean }

const textsIn = (value: unknown, path: YamlPath, texts: CutTextRules['texts']): readonly TextAt[] => {
  if (typeof value === 'object' && value !== null) {
    const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    return steps.flatMap(([step, inner]) => textsIn(inner, [...path, step], texts))
  }
  const isNamed = texts === 'all' || texts.has(String(path.at(-1)))
  const isText = isNamed && (typeof value === 'string' || value === null)
  return isText ? [{ path, isEmpty: value === null }] : []
}

const cutAtSign = (path: YamlPath) => ({
  code: 'text-cut',
  message: `${path.filter(step => typeof step === 'string').join('.')}: YAML takes everything from the # on for a comment`,
  hint: 'put the text in "double quotes"',
})
