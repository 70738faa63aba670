// Reports a dry run: what a build would do, and what it would say before it makes pages.

import { isDue } from '../domain/kept-back.ts'
import { type ProblemFormat, printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { PlannedWithout } from '../pipeline/build.ts'
import { linesOfKept } from './lines-of-kept.ts'
import { planAsJson, planReport } from './plan-report.ts'
import { printFound, problemsFound } from './print-found.ts'
import { reportProblems } from './report-problems.ts'

/** `into`: as for a build. Returns the exit status that it would have. */
export const reportPlan = (
  planned: Result<PlannedWithout, readonly Problem[]>,
  format: ProblemFormat,
  into: string | null,
): 0 | 1 | 3 => {
  if (!planned.ok)
    return reportProblems(planned.fault, format, 'Nothing was planned: fix the errors, then try again.')
  const { build, heldAgainst } = planned.value
  const { plan, keptBack, warnings } = build
  if (format === 'json') console.log(planAsJson(plan, into))
  else if (format === 'github') console.log(printProblems(problemsFound(keptBack, warnings), format))
  else {
    const found = printFound(keptBack, warnings)
    const head = [...(found === '' ? [] : [found]), ...linesOfKept(keptBack, { isPublished: false })]
    const note = heldAgainst === null ? [] : [heldAgainst]
    console.log([...head, ...note, planReport(plan, into)].join('\n'))
  }
  return keptBack.some(isDue) ? 3 : 0
}
