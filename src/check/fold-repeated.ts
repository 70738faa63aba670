// One cause is one problem: a fault of a layout, or of what all pages load, is on every page that is made with it.

import { type Location, markedText, type Problem } from '../domain/problem.ts'
import { withoutLayout } from './problems-of-page.ts'

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
    const key = `${problem.code} ${withoutPage(problem.message)} ${withoutLayout(problem.hint)}`
    const known = groups.get(key)
    if (known !== undefined) {
      known.push(problem)
      return []
    }
    const group = [problem]
    groups.set(key, group)
    return group
  })
  const described = singles.flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const problem = describe(first, others, isMade, find)
    return [{ problem, isMoved: problem.location.file !== first.location.file }]
  })
  return withoutLeaksByLinks(atOneSpot(described))
}

/** "/about/: the link …" without the page, and without the story that it was made from. */
const withoutPage = (message: string): string => withoutSource(message).replace(/^\/\S*: /, '')

const withoutSource = (message: string): string => message.replace(/ \(made from [^)]*\)$/, '')

const pageOf = (message: string): string => /^(\/\S*): /.exec(message)?.[1] ?? ''

/** The words at its location. On a page they may stand for themselves in HTML, and in a feed in XML. */
const wordsOf = ({ location }: Problem): string => markedText(location).replaceAll('&amp;', '&')

const describe = (
  first: Problem,
  others: readonly Problem[],
  isMade: (file: string) => boolean,
  find: (words: string) => Location | null,
): Problem => {
  const words = wordsOf(first)
  const found = isMade(first.location.file) && words.length > 2 ? find(words) : null
  const [other] = others
  const said = found === null ? first.message : withoutSource(first.message)
  const message = other
    ? `${said}; the same on ${others.length} more page${others.length === 1 ? '' : 's'}, such as ${pageOf(other.message)}`
    : said
  return found === null
    ? { ...first, message }
    : { ...first, message, hint: withoutLayout(first.hint), location: found }
}

/** A link to a held story is broken on its page, and gives its address away in feeds and data: the link is to be mended. */
const withoutLeaksByLinks = (problems: readonly Problem[]): readonly Problem[] => {
  const lineOf = ({ location: { file, line } }: Problem) => `${file}:${line}`
  const links = new Map<string, Problem[]>()
  for (const problem of problems)
    if (problem.code === 'link-broken')
      links.set(lineOf(problem), [...(links.get(lineOf(problem)) ?? []), problem])
  const isWithin = ({ location: leak }: Problem, { location: link }: Problem) =>
    leak.column < link.column + link.length && link.column < leak.column + leak.length
  return problems.filter(
    problem =>
      problem.code !== 'story-leaked' || !links.get(lineOf(problem))?.some(link => isWithin(problem, link)),
  )
}

/** What was found in one location is one problem, however the pages spell it. What was located in a story stays. */
const atOneSpot = (
  problems: readonly { readonly problem: Problem; readonly isMoved: boolean }[],
): readonly Problem[] => {
  const spotOf = ({ code, location: { file, line, column } }: Problem) => `${code} ${file} ${line} ${column}`
  const known = new Set(problems.filter(({ isMoved }) => !isMoved).map(({ problem }) => spotOf(problem)))
  return problems
    .filter(({ problem, isMoved }) => !isMoved || known.size < known.add(spotOf(problem)).size)
    .map(({ problem }) => problem)
}
