// Slips of spelling, and nothing else: what an editor may call minor. A rule that readers need not trust editors with.

import { distance } from 'fastest-levenshtein'
import type { ChangedWords } from './changed-words.ts'
import type { ShownWord } from './shown-words.ts'
import { isWeighty } from './weighty-words.ts'

/** By language: articles, the only words that may come or go. None that is a number too. */
const articles: Readonly<Record<string, string>> = {
  de: 'der die das den dem des',
  en: 'a an the',
  es: 'el la los las',
  fr: 'le la les',
  it: 'il lo la i gli le',
  nl: 'de het',
  pt: 'o os',
}

/** Languages that write every noun with a capital, which then says nothing of a name. */
const withCapitals = ['de', 'lb']

/** The first change that is more than slips of spelling; null where there is none. */
export const changeThatWeighs = (changes: readonly ChangedWords[], language: string): ChangedWords | null =>
  changes.find(change => !isMinor(change, language)) ?? null

const isMinor = ({ before, after }: ChangedWords, language: string): boolean => {
  const isArticle = ({ text }: ShownWord) =>
    (articles[baseOf(language)] ?? '').split(' ').includes(text.toLocaleLowerCase(language))
  const [one, other] = [before.flatMap(partsOf), after.flatMap(partsOf)]
  if (one.length === other.length) return areSlips(one, other, language)
  return areSlips(
    one.filter(word => !isArticle(word)),
    other.filter(word => !isArticle(word)),
    language,
  )
}

const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** “well-known” and “well known” are the same. */
const partsOf = ({ text, isFirst }: ShownWord): readonly ShownWord[] =>
  text.split(/(?<=[\p{L}\p{M}])-(?=\p{L})/u).map((part, at) => ({ text: part, isFirst: isFirst && at === 0 }))

const areSlips = (before: readonly ShownWord[], after: readonly ShownWord[], language: string): boolean =>
  before.length === after.length && before.every((word, at) => isSlip(word, after[at] as ShownWord, language))

const isSlip = (before: ShownWord, after: ShownWord, language: string): boolean => {
  if (before.text === after.text) return true
  if ([before, after].some(word => isNamed(word, language))) return false
  const [one, other] = [before.text, after.text].map(text => text.toLocaleLowerCase(language)) as [
    string,
    string,
  ]
  if (one === other || [one, other].sort().join(' ') === 'a an') return true
  return !isWeighty(one, language) && !isWeighty(other, language) && isNear(one, other)
}

/** A capital in the middle of a sentence or of a word. */
const isNamed = ({ text, isFirst }: ShownWord, language: string): boolean =>
  /^.+\p{Lu}/u.test(text) || (!isFirst && !withCapitals.includes(baseOf(language)) && /^\p{Lu}/u.test(text))

/** Of the longer word, so that few other words are as near. */
const [shortest, shortestWithWrongLetter] = [5, 8]

/**
 * Whether one letter is missing or too many, or a wrong one in a long word, or two neighbours changed seats. The first stays,
 * and else the last: with them words turn into their opposite, or tell another number, tense or person.
 */
const isNear = (one: string, other: string): boolean => {
  if (one.at(0) !== other.at(0)) return false
  if (areExchanged(one, other)) return true
  if (one.at(-1) !== other.at(-1)) return false
  const length = Math.max(one.length, other.length)
  const least = one.length === other.length ? shortestWithWrongLetter : shortest
  return length >= least && distance(one, other) === 1
}

/** But for two neighbours the same. */
const areExchanged = (one: string, other: string): boolean => {
  const at = [...one.split('').keys()].find(each => one[each] !== other[each]) ?? 0
  return other === `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at]}${one.slice(at + 2)}`
}
