// Warnings of pages that are too heavy, or soon will be: those of many pages are one, so that they hide nothing else.

import { foldWarnings } from '../domain/fold-warnings.ts'
import type { Problem } from '../domain/problem.ts'
import { isStory } from '../domain/site-paths.ts'
import type { Tables } from '../store/tables.ts'

/** So many stories are named one by one: each has an editor who can do something about it. */
const mostStories = 10

/** Those of imported stories are one, and those of all pages other than stories. */
export const foldHeavy = (problems: readonly Problem[], tables: Tables): readonly Problem[] => {
  const heavy = problems.filter(({ code }) => code === 'page-heavy' || code === 'page-near-weight')
  if (heavy.length < 2) return problems
  const isImported = (file: string) => tables.get('stories', file)?.imported != null
  const imported = new Set(heavy.filter(({ location: { file } }) => isImported(file)))
  const others = new Set(heavy.filter(({ location: { file } }) => !isStory(file)))
  const own = heavy.filter(problem => !imported.has(problem) && !others.has(problem))
  const rest = new Set(own.slice(mostStories))
  const fold = (among: readonly Problem[], group: ReadonlySet<Problem>, name: string) =>
    foldWarnings(among, problem => group.has(problem), withCount(name))
  return fold(fold(fold(problems, imported, ' of imported stories'), others, ''), rest, ' of stories')
}

/** The first of them stands for all. */
const withCount =
  (name: string) =>
  (first: Problem, others: readonly Problem[]): Problem => {
    const more = others.length === 1 ? '1 more page' : `${others.length} more pages`
    const [other = ''] = (others[0]?.message ?? '').split(': ', 1)
    return { ...first, message: `${first.message}; so is it with ${more}${name}, such as ${other}` }
  }
