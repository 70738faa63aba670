// Reports the problems that stopped a command.

import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'

/** `consequence`: what this means and what to do; printed for people only. Returns the exit status. */
export const reportProblems = (
  problems: readonly Problem[],
  format: ProblemFormat,
  consequence: string,
): 1 => {
  console.log(printProblems(problems, format))
  if (format === 'text') console.error(`\n${consequence}`)
  return 1
}
