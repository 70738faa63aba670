// What was kept back, for the head of a report: somebody waits for these.

import { isDue, type KeptBack, problemsOfKept } from '../domain/kept-back.ts'
import { isError } from '../domain/problem.ts'
import { firstOf } from './first-of.ts'

type Asked = {
  /** Lines of what is due, and of what is not; no limit where nothing else lists them. */
  readonly most?: number
  readonly isPublished?: boolean
  /** Below each file. */
  readonly areProblemsListed?: boolean
}

export const linesOfKept = (
  keptBack: readonly KeptBack[],
  { most, isPublished = true, areProblemsListed = false }: Asked = {},
): readonly string[] => {
  const due = keptBack.filter(isDue)
  const ahead = keptBack.filter(kept => !isDue(kept))
  const [dueShown, dueLeft] = firstOf(due, most)
  const [aheadShown, aheadLeft] = firstOf(ahead, most)
  const files = due.length === 1 ? '1 file' : `${due.length} files`
  const heading = isPublished
    ? `published, but ${files} ${due.length === 1 ? 'was' : 'were'} kept back:`
    : `${files} would be kept back:`
  const seen = new Set<string>()
  const listed = (kept: KeptBack) => (areProblemsListed ? linesOfProblems(kept, seen) : [])
  return [
    ...(due.length === 0 ? [] : [heading]),
    ...dueShown.flatMap(kept => [lineOfDue(kept), ...listed(kept)]),
    ...(dueLeft === 0 ? [] : [`  … and ${dueLeft} more: npm run status lists them`]),
    ...aheadShown.flatMap(kept => [lineOfAhead(kept, areProblemsListed), ...listed(kept)]),
    ...(aheadLeft === 0 ? [] : [`… and ${aheadLeft} more are not ready: npm run status lists them`]),
  ]
}

const lineOfDue = ({ file, shown, problems }: KeptBack): string => {
  const meanwhile = shown === 'last' ? 'readers keep its last version' : 'readers do not get it'
  // Where one file took the place of another, both wait for that one.
  const others = new Set(problems.filter(isError).map(({ location, madeFrom }) => madeFrom ?? location.file))
  const [other] = others
  const cause = other === undefined || others.has(file) ? 'its problems' : `those of ${other}`
  return `  ${file}: ${meanwhile} until ${cause} are mended`
}

/** `seen`: one problem may keep many files back. */
const linesOfProblems = (kept: KeptBack, seen: Set<string>): readonly string[] =>
  problemsOfKept(kept).flatMap(({ location: { file, line, column }, severity, code, message, hint }) => {
    const words = `    ${file}:${line}:${column} ${severity} ${code}: ${message}`
    if (seen.has(words)) return []
    seen.add(words)
    return [words, `      → ${hint}`]
  })

const lineOfAhead = ({ file, problems }: KeptBack, isListed: boolean): string => {
  const errors = problems.filter(isError)
  const codes = [...new Set(errors.map(({ code }) => code))]
  const named = [...codes.slice(0, 3), ...(codes.length > 3 ? ['…'] : [])].join(', ')
  const count = errors.length === 1 ? '1 problem' : `${errors.length} problems`
  return `not ready: ${file} has ${count} that would keep it back:${isListed ? '' : ` ${named}`}`
}
