// Finds the word that was meant when another was typed.

import { closest, distance } from 'fastest-levenshtein'

/** "did you mean …", when a known word is near enough to be a slip of the fingers. */
export const nearMiss = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0) return null
  const nearest = closest(word.toLowerCase(), known as string[])
  // Two letters that changed places count as two changes.
  const slips = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 3))
  const isNear = distance(word.toLowerCase(), nearest) <= slips
  return isNear ? `did you mean “${nearest}”?` : null
}
