// Finds the word that was meant when another was typed.

import { closest, distance } from 'fastest-levenshtein'

/** Nothing so long is a slip of the fingers. */
const longest = 200

/** A known word that is near enough to be a slip of the fingers, or null. */
export const nearestWord = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0 || word.length > longest) return null
  const nearest = closest(word.toLowerCase(), known as string[])
  // Two letters that changed places count as two changes.
  const slips = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 3))
  return distance(word.toLowerCase(), nearest) <= slips ? nearest : null
}

/** "did you mean …", or null. */
export const nearMiss = (word: string, known: readonly string[]): string | null => {
  const nearest = nearestWord(word, known)
  return nearest === null ? null : `did you mean “${nearest}”?`
}
