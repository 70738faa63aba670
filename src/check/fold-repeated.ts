// One cause is one problem: a fault of a layout, or of what all pages load, is on every page that is made with it.

import type { Location, Problem } from '../domain/problem.ts'

/**
 * `isMade`: of a file, whether it is a rendered page. `find`: where in the site's layouts and data words stand; null when
 * they do not. Keeps the order.
 */
export const foldRepeated = (
  problems: readonly Problem[],
  isMade: (file: string) => boolean,
  find: (words: string) => Location | null,
): readonly Problem[] => {
  const groups = new Map<string, Problem[]>()
  const singles = problems.map(problem => {
    if (!isMade(problem.location.file)) return [problem]
    const key = `${problem.code} ${withoutPage(problem.message)} ${problem.hint}`
    const known = groups.get(key)
    if (known !== undefined) {
      known.push(problem)
      return []
    }
    const group = [problem]
    groups.set(key, group)
    return group
  })
  return singles.flatMap(([first, ...others]) => (first ? [describe(first, others, isMade, find)] : []))
}

/** "/about/: the link …" without the page, and without the story that it was made from. */
const withoutPage = (message: string): string =>
  message.replace(/^\/\S*: /, '').replace(/ \(made from [^)]*\)$/, '')

const pageOf = (message: string): string => /^(\/\S*): /.exec(message)?.[1] ?? ''

const describe = (
  first: Problem,
  others: readonly Problem[],
  isMade: (file: string) => boolean,
  find: (words: string) => Location | null,
): Problem => {
  const { text, column, length, file } = first.location
  const words = text.slice(column - 1, column - 1 + length)
  const found = isMade(file) && words.length > 2 ? find(words) : null
  const [other] = others
  const message = other
    ? `${first.message}; the same on ${others.length} more page${others.length === 1 ? '' : 's'}, such as ${pageOf(other.message)}`
    : first.message
  return { ...first, message, location: found ?? first.location }
}
