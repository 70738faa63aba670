// Many warnings of one kind as one: whoever works them off has a list, and no wall.

import { isError, type Problem } from './problem.ts'

/**
 * Of the warnings that are `isFolded`, the first of each code stands for all; `join` adds what it says of the others, of
 * which there is one at least. Keeps the order, and every error.
 */
export const foldWarnings = (
  problems: readonly Problem[],
  isFolded: (warning: Problem) => boolean,
  join: (first: Problem, others: readonly Problem[]) => Problem,
): readonly Problem[] => {
  const kinds = new Map<string, Problem[]>()
  const shown = problems.filter(problem => {
    if (isError(problem) || !isFolded(problem)) return true
    const known = kinds.get(problem.code)
    if (known === undefined) kinds.set(problem.code, [problem])
    else known.push(problem)
    return known === undefined
  })
  return shown.map(problem => {
    const [first, ...others] = kinds.get(problem.code) ?? []
    return first === problem && others.length > 0 ? join(problem, others) : problem
  })
}
