// What became of stories, for the report of a publish: a line each, the gravest first; of very many only the first.

import type { ChangeKind, SeenChange } from '../domain/seen-change.ts'
import { firstOf } from './first-of.ts'

const words: Readonly<Record<ChangeKind, string>> = {
  gone: 'gone',
  withdrawn: 'withdrawn',
  moved: 'moved',
  corrected: 'corrected',
  updated: 'updated',
  changed: 'changed',
  live: 'went live',
}

/** `origin`: of the site, without a slash at its end. */
export const listOfStories = (seen: readonly SeenChange[], origin: string): readonly string[] => {
  const [shown] = firstOf(seen)
  const labels = shown.map(({ kinds }) => kinds.map(each => words[each]).join(', '))
  const width = Math.max(...labels.map(({ length }) => length))
  const lines = shown.map(
    ({ title, url, movedFrom }, at) =>
      `${(labels[at] ?? '').padEnd(width)}  ${title}  ${origin}${url}${movedFrom === null ? '' : `  (it was at ${movedFrom})`}`,
  )
  const rest = seen.slice(shown.length)
  return rest.length === 0 ? lines : [...lines, `… and ${rest.length} more stories: ${countsOf(rest)}`]
}

const countsOf = (seen: readonly SeenChange[]): string => {
  const counts = new Map<ChangeKind, number>()
  for (const { kinds } of seen) for (const each of kinds) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${words[kind]}`).join(', ')
}
