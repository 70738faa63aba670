// Finds the word that was meant when another was typed.

import { closest, distance } from 'fastest-levenshtein'

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

/** Many words, for many that were mistyped: only those that begin with the same letters, as many as leave few enough. */
const beginningAlike = (word: string, known: readonly string[]): readonly string[] => {
  let near = known
  for (let at = 0; near.length > mostCompared && at < word.length; at++)
    near = near.filter(other => other[at] === word[at])
  return near.length > mostCompared ? [] : near
}

/** "did you mean …", or null. */
export const nearMiss = (word: string, known: readonly string[]): string | null => {
  const nearest = nearestWord(word, known)
  return nearest === null ? null : `did you mean “${nearest}”?`
}
