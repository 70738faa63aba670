// How a publish ends: what came of it, or what must be mended first.

import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Built } from '../pipeline/build.ts'
import { describeBuild } from './describe-build.ts'
import { tellProblems } from './tell-problems.ts'

/** `into`: the folder that got the changes, if it is not the published one. Returns the exit status. */
export const tellBuilt = (
  built: Result<Built, readonly Problem[]>,
  format: ProblemFormat,
  into: string | null,
): 0 | 1 => {
  if (!built.ok) return tellProblems(built.fault, format, nothing)
  const { warnings } = built.value
  if (format !== 'text' || warnings.length > 0) console.log(printProblems(warnings, format))
  if (format === 'text') console.log(describeBuild(built.value, into))
  return 0
}

// The moves of a publish that was stopped may just have been made.
const nothing = 'Nothing was published: _site/ is as the last publish made it.'
