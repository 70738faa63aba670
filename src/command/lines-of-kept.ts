// What was kept back, for the head of a report: somebody waits for these.

import { isDue, type KeptBack } from '../domain/kept-back.ts'
import { isError } from '../domain/problem.ts'
import { firstOf } from './first-of.ts'

type Asked = {
  /** Lines of what is due, and of what is not; no limit where nothing else lists them. */
  readonly most?: number
  readonly isPublished?: boolean
}

export const linesOfKept = (
  keptBack: readonly KeptBack[],
  { most, isPublished = true }: Asked = {},
): readonly string[] => {
  const due = keptBack.filter(isDue)
  const ahead = keptBack.filter(kept => !isDue(kept))
  const [dueShown, dueLeft] = firstOf(due, most)
  const [aheadShown, aheadLeft] = firstOf(ahead, most)
  const files = due.length === 1 ? '1 file' : `${due.length} files`
  const heading = isPublished
    ? `published, but ${files} ${due.length === 1 ? 'was' : 'were'} kept back:`
    : `${files} would be kept back:`
  return [
    ...(due.length === 0 ? [] : [heading]),
    ...dueShown.map(
      ({ file, shown }) =>
        `  ${file}: ${shown === 'last' ? 'readers keep its last version' : 'readers do not get it'} until its problems are mended`,
    ),
    ...(dueLeft === 0 ? [] : [`  … and ${dueLeft} more: npm run status lists them`]),
    ...aheadShown.map(lineOfAhead),
    ...(aheadLeft === 0 ? [] : [`… and ${aheadLeft} more are not ready: npm run status lists them`]),
  ]
}

const lineOfAhead = ({ file, problems }: KeptBack): string => {
  const errors = problems.filter(isError)
  const codes = [...new Set(errors.map(({ code }) => code))]
  const named = [...codes.slice(0, 3), ...(codes.length > 3 ? ['…'] : [])].join(', ')
  const count = errors.length === 1 ? '1 problem' : `${errors.length} problems`
  return `not ready: ${file} has ${count} that would keep it back: ${named}`
}
