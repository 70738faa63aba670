// Reports a publish: what it changed, or the errors that stopped it.

import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Built } from '../pipeline/publish.ts'
import { buildReport } from './build-report.ts'
import { reportProblems } from './report-problems.ts'

/** `into`: the folder that got the changes, if it is not the published one. Returns the exit status. */
export const reportPublish = (
  built: Result<Built, readonly Problem[]>,
  format: ProblemFormat,
  into: string | null,
): 0 | 1 => {
  if (!built.ok) return reportProblems(built.fault, format, nothing)
  const { warnings } = built.value
  if (format !== 'text' || warnings.length > 0) console.log(printProblems(warnings, format))
  if (format === 'text') console.log(buildReport(built.value, into))
  return 0
}

// Not "nothing changed": this run may just have finished a publish that was interrupted.
const nothing =
  'Nothing was published: _site/ still holds the last publish. Fix the errors, then build again.'
