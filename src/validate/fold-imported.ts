// Warnings of imported stories, one for each kind: thousands of them would hide what an editor has just written.

import { foldWarnings } from '../domain/fold-warnings.ts'
import type { Problem } from '../domain/problem.ts'

/** `isImported`: of a file, whether it is an imported story. Keeps the order, and every error. */
export const foldImported = (
  problems: readonly Problem[],
  isImported: (file: string) => boolean,
): readonly Problem[] => foldWarnings(problems, ({ location }) => isImported(location.file), withCount)

const withCount = (first: Problem, others: readonly Problem[]): Problem => {
  const files = new Set([first, ...others].map(({ location }) => location.file))
  const more = others.length === 1 ? '1 more such warning' : `${others.length} more such warnings`
  const where =
    files.size === 1 ? 'in this imported story' : `in imported stories (${files.size} with this one)`
  return { ...first, message: `${first.message}; ${more} ${where}` }
}
