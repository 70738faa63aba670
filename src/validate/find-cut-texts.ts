// Finds texts that YAML cuts short: to it, a # behind a blank begins a comment.

import { errorAt, type Problem } from '../domain/problem.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { type NamedTexts, textsIn } from './texts-in.ts'

type CutTextRules = {
  readonly texts: NamedTexts
  /** A comment with a blank behind its # is meant as one. */
  readonly allowComments: boolean
}

/** "Team is #1 again" would be published as "Team is", and "#MeToo" as nothing. */
export const findCutTexts = (document: YamlDocument, rules: CutTextRules): readonly Problem[] =>
  textsIn(document.value, rules.texts).flatMap(({ path, text }) => {
    const rest = document.behind(path)
    const cut = text === null ? /^["']?:\s+#\S/ : rules.allowComments ? /^\s+#\S/ : /^\s+#/
    return cut.test(rest) ? [errorAt(document.locationOf(path, 'value'), cutAtSign(path))] : []
  })

const cutAtSign = (path: YamlPath) => ({
  code: 'text-cut',
  message: `${path.filter(step => typeof step === 'string').join('.')}: YAML takes everything from the # on for a comment`,
  hint: 'put the text in "double quotes"',
})
