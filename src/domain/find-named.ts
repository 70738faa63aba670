// The key of a section, a series, a topic or a person that somebody called by name, spelt in another way, or nearly right.

import { nearestWord } from './near-miss.ts'
import { remember } from './remember.ts'
import { slugOfName } from './slug.ts'

type WithKey = { readonly key: string; readonly name: string }

export type FindNamed = {
  /** By the same words in any order, whatever their case, accents and what joins them. */
  readonly named: (words: string) => string | null
  /** Also by words that are nearly these. */
  readonly meant: (words: string) => string | null
}

export const createFindNamed = (known: readonly WithKey[]): FindNamed => {
  let byWords: ReadonlyMap<string, string> | null = null
  // A key counts for more than a name, and of two that share a name the first.
  const named = (words: string) => {
    byWords ??= new Map([
      ...known.toReversed().map(({ key, name }) => [wordsOf(name), key] as const),
      ...known.map(({ key }) => [wordsOf(key), key] as const),
    ])
    const wanted = wordsOf(words)
    return wanted === '' ? null : (byWords.get(wanted) ?? null)
  }
  let spelt: Spelt | null = null
  const meant = remember(1000, (words: string) => {
    const slug = slugOfName(words)
    spelt ??= speltBy(known)
    const { keys, names, byName } = spelt
    return named(words) ?? nearestWord(slug, keys) ?? byName.get(nearestWord(slug, names) ?? '') ?? null
  })
  return { named, meant }
}

/** Made once for all that are asked for. */
type Spelt = {
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly byName: ReadonlyMap<string, string>
}

const speltBy = (known: readonly WithKey[]): Spelt => {
  const byName = new Map(known.map(({ key, name }) => [slugOfName(name), key]))
  return { keys: known.map(({ key }) => key), names: [...byName.keys()], byName }
}

const wordsOf = (text: string): string => slugOfName(text).split('-').sort().join(' ')
