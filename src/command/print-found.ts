// The problems that a build reports: those of what was kept back first, then the warnings.

import { isDue, type KeptBack, problemsOfKept } from '../domain/kept-back.ts'
import { printBlocks } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import { firstOf } from './first-of.ts'

/** One may keep several files back. */
export const problemsFound = (
  keptBack: readonly KeptBack[],
  warnings: readonly Problem[],
): readonly Problem[] => [...new Set(keptBack.flatMap(problemsOfKept)), ...warnings]

/** As text; empty when nothing is wrong. Of what is not due yet a line says enough (`lines-of-kept.ts`). */
export const printFound = (keptBack: readonly KeptBack[], warnings: readonly Problem[]): string => {
  const ofKept = [...new Set(keptBack.filter(isDue).flatMap(({ problems }) => problems))]
  const [shown, left] = firstOf(ofKept)
  const more = left === 0 ? [] : [`… and ${left} more problems: npm run status lists them`]
  return printBlocks([...shown, ...more, ...warnings], [...ofKept, ...warnings])
}
