// Pages of imported stories that are too heavy are one warning; of all other pages it is an error.

import { foldWarnings } from '../domain/fold-warnings.ts'
import type { Problem } from '../domain/problem.ts'

/** The first of them stands for all. */
export const foldHeavy = (problems: readonly Problem[]): readonly Problem[] =>
  foldWarnings(problems, ({ code }) => code === 'page-heavy', withCount)

const withCount = (first: Problem, others: readonly Problem[]): Problem => {
  const more = others.length === 1 ? '1 more page' : `${others.length} more pages`
  const [other = ''] = (others[0]?.message ?? '').split(': ', 1)
  return {
    ...first,
    message: `${first.message}; so is it with ${more} of imported stories, such as ${other}`,
  }
}
