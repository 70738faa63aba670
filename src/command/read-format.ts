// The flag --format: how a report and its problems are printed.

import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { ProblemFormat } from '../domain/print-problems.ts'

export const formatHelp = '--format=text|json|github   how to print the report (default: text)'

/** Throws a plain message for any other word. */
export const readFormat = (word: string | undefined): ProblemFormat => {
  if (word === undefined || word === 'text') return 'text'
  if (word === 'json' || word === 'github') return word
  throw new CalledWrongly(`--format is “${word}”; write text, json or github`)
}
