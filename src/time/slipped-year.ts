// The year that was meant where a digit of it slipped: 2204 and 2034 for 2024.

import { distance } from 'fastest-levenshtein'

/** One digit is another, is missing or too many, or digits changed places. */
export const isSlippedYear = (year: string, meant: string): boolean =>
  year !== meant && (distance(year, meant) === 1 || sorted(year) === sorted(meant))

const sorted = (year: string): string => [...year].sort().join('')
