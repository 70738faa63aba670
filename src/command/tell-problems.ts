// How a command ends whose content or site has problems.

import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'

/** `consequence`: what that means for readers, for people only. Returns the exit status. */
export const tellProblems = (problems: readonly Problem[], format: ProblemFormat, consequence: string): 1 => {
  console.log(printProblems(problems, format))
  if (format === 'text') console.error(`\n${consequence}`)
  return 1
}
