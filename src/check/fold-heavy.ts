// Pages of imported stories that are too heavy are one warning: an editor has a list to work off, not a wall.

import { isError, type Problem } from '../domain/problem.ts'

/** The first of them stands for all. */
export const foldHeavy = (problems: readonly Problem[]): readonly Problem[] => {
  const heavy = problems.filter(problem => problem.code === 'page-heavy' && !isError(problem))
  const [first, second] = heavy
  if (first === undefined || second === undefined) return problems
  const more = heavy.length === 2 ? '1 more page' : `${heavy.length - 1} more pages`
  const [other = ''] = second.message.split(': ', 1)
  const message = `${first.message}; so is it with ${more} of imported stories, such as ${other}`
  return problems
    .filter(problem => problem === first || !heavy.includes(problem))
    .map(problem => (problem === first ? { ...first, message } : problem))
}
