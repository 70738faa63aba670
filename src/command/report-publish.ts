// Reports a publish: what it changed, or the errors that stopped it.

import { isDue } from '../domain/kept-back.ts'
import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Built } from '../pipeline/publish.ts'
import { buildReport } from './build-report.ts'
import { printFound, problemsFound } from './print-found.ts'
import { reportAsJson } from './report-as-json.ts'
import { reportProblems } from './report-problems.ts'

/**
 * `into`: the folder that got the changes, if it is not the published one. Returns the exit status: 3 when something was kept
 * back that readers should have by now.
 */
export const reportPublish = (
  built: Result<Built, readonly Problem[]>,
  format: ProblemFormat,
  into: string | null,
): 0 | 1 | 3 => {
  if (!built.ok && format !== 'json') return reportProblems(built.fault, format, nothing)
  const problems = built.ok ? problemsFound(built.value.keptBack, built.value.warnings) : built.fault
  const due = built.ok && built.value.keptBack.some(isDue) ? 3 : 0
  const status = built.ok ? due : 1
  if (format === 'json') console.log(reportAsJson(built, problems, status))
  else if (format === 'github') console.log(printProblems(problems, format))
  else if (built.ok) {
    const found = printFound(built.value.keptBack, built.value.warnings)
    console.log([...(found === '' ? [] : [found]), buildReport(built.value, into)].join('\n'))
  }
  return status
}

// Not "nothing changed": this run may just have finished a publish that was interrupted.
const nothing =
  'Nothing was published: _site/ still holds the last publish. Fix the errors, then build again.'
