// Finds the word that was meant when another was typed.

import { closest, distance } from 'fastest-levenshtein'
import { rememberFor } from './remember.ts'

/** Nothing so long is a slip of the fingers. */
const longest = 200

/** More would take longer for each word than all else about it. */
const mostCompared = 1000

/** A known word that is near enough to be a slip of the fingers, or null. */
export const nearestWord = (word: string, known: readonly string[]): string | null => {
  const near = word.length > longest ? [] : beginningAlike(word.toLowerCase(), known)
  if (near.length === 0) return null
  const nearest = closest(word.toLowerCase(), near as string[])
  // Two letters that changed places count as two changes.
  const slips = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 3))
  return distance(word.toLowerCase(), nearest) <= slips ? nearest : null
}

const sorted = rememberFor((words: readonly string[]) =>
  words.toSorted((one, other) => (one < other ? -1 : 1)),
)

/** Many words, for many that were mistyped: only those that begin with the same letters, as many as leave few enough. */
const beginningAlike = (word: string, known: readonly string[]): readonly string[] => {
  if (known.length <= mostCompared) return known
  const all = sorted(known)
  for (let length = 1; length <= word.length; length++) {
    const begin = word.slice(0, length)
    const [from, to] = [firstFrom(all, begin), firstFrom(all, `${begin}\uffff`)]
    if (to - from <= mostCompared) return all.slice(from, to)
  }
  return []
}

/** Where the first of sorted words stands that is not before this one. */
const firstFrom = (words: readonly string[], word: string): number => {
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((words[middle] as string) < word) from = middle + 1
    else to = middle
  }
  return from
}

/** "did you mean …", or null. */
export const nearMiss = (word: string, known: readonly string[]): string | null => {
  const nearest = nearestWord(word, known)
  return nearest === null ? null : `did you mean “${nearest}”?`
}
