// Finds texts that YAML cuts short: to it, a # behind a blank begins a comment.

import { errorAt, type Problem } from '../domain/problem.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { TightComment } from '../read/find-tight-comments.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { quoteForYaml } from '../read/quote-for-yaml.ts'
import { type NamedTexts, textsIn } from './texts-in.ts'

type CutTextRules = {
  readonly texts: NamedTexts
  /** A comment with a blank behind its # is meant as one. */
  readonly allowComments: boolean
}

/** "Team is #1 again" would be published as "Team is", and "#MeToo" as nothing. */
export const findCutTexts = (document: YamlDocument, rules: CutTextRules): readonly Problem[] => {
  const known = new Set<number>()
  const ofTexts = textsIn(document.value, rules.texts).flatMap(({ path, text }) => {
    // Nothing is written where an entry of a list is empty; the comment is looked at by itself.
    const last = path.at(-1) ?? ''
    if (text === null && (typeof last === 'number' || listFields.has(last))) return []
    const { rest, offset } = document.behind(path)
    const cut = text === null ? /^["']?:\s+#\S/ : rules.allowComments ? /^\s+#\S/ : /^\s+#/
    if (!cut.test(rest)) return []
    known.add(offset + rest.indexOf('#'))
    return [errorAt(document.locationOf(path, 'value'), cutAtSign(nameOf(path), inQuotes))]
  })
  const others = document
    .tightComments()
    .filter(({ position }) => !known.has(position))
    .map(comment => errorAt(comment.location, cutAtSign(comment.field, adviceFor(comment))))
  return [...ofTexts, ...others]
}

const nameOf = (path: YamlPath): string => path.filter(step => typeof step === 'string').join('.')

const inQuotes = 'put the text in "double quotes"'

const cutAtSign = (name: string, hint: string) => ({
  code: 'text-cut',
  message: `${name}: YAML takes everything from the # on for a comment`,
  hint,
})

/** The line without its #, where nothing else is there; elsewhere it may be a note for the newsroom. */
const adviceFor = ({ words, field, before }: TightComment): string => {
  const tags = [...words.matchAll(/#([^\s,#]+)/g)].map(([, word = '']) => word)
  if (/^\s*-\s*$/.test(before))
    return /[\s,]/.test(words) ? `write - ${quoteForYaml(words)}` : `write - ${words.slice(1)}`
  if (listFields.has(field) && /^\s*(?:[\w-]+:\s*)?$/.test(before))
    return `write ${field}: [${tags.join(', ')}]`
  return 'put all of the value in "double quotes" if this belongs to it; leave a blank behind the # if it is a note of your own'
}

const listFields: ReadonlySet<string> = new Set(['tags', 'authors', 'aliases', 'order'])
