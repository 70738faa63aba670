// How the newsroom stands, in words and as JSON.

import { problemsOfKept } from '../domain/kept-back.ts'
import { recordOf } from '../domain/print-problems.ts'
import { visibleLine } from '../domain/visible-text.ts'
import type { Status } from '../pipeline/status.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { linesOfKept } from './lines-of-kept.ts'

const mostLines = 20

const folded = (heading: string, lines: readonly string[]): readonly string[] => {
  if (lines.length === 0) return []
  const rest = lines.length - mostLines
  const shown = lines.slice(0, mostLines).map(line => `  ${line}`)
  return [`${heading}:`, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])]
}

const headings = {
  added: 'live',
  updated: 'updated',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
} as const

export const statusReport = (status: Status, now: number): string => {
  const { published, timezone, origin, drafts, held, today, keptBack, due, changed, fullBuildReason } = status
  const at = (instant: Status['published']) => rfc3339(instant, timezone)
  const onDay = (kind: keyof typeof headings) =>
    folded(
      `${headings[kind]} today`,
      today.filter(each => each.kind === kind).map(({ title, url }) => `${title}  ${origin}${url}`),
    )
  const lines = [
    ...linesOfKept(keptBack, { most: Number.POSITIVE_INFINITY, areProblemsListed: true }),
    ...(['added', 'updated', 'corrected', 'withdrawn'] as const).flatMap(onDay),
    ...folded(
      'held',
      held.map(({ title, file, release }) => `until ${at(release)}  ${title}  (${file})`),
    ),
    ...folded(
      'drafts',
      drafts.map(({ title, file }) => `${title}  (${file})`),
    ),
    ...folded(
      'falls due',
      due.map(
        each => `${at(each.at)}  ${each.title}  (${each.file})${each.at <= now ? '  waits for a build' : ''}`,
      ),
    ),
    `as published for ${at(published)}${status.nextDue === null ? '' : `; next build due: ${at(status.nextDue)}`}`,
    ...(fullBuildReason === null ? [] : [`the next build makes all pages: ${fullBuildReason}`]),
    ...folded('changed since; npm run build takes it in', changed),
  ]
  return lines.map(visibleLine).join('\n')
}

export const statusAsJson = (status: Status): string => {
  const { origin, timezone, published, nextDue, held, due, today, keptBack, ...rest } = status
  const at = (instant: Status['published']) => rfc3339(instant, timezone)
  return JSON.stringify(
    {
      published: at(published),
      ...rest,
      held: held.map(each => ({ ...each, release: at(each.release) })),
      today: today.map(each => ({ ...each, url: `${origin}${each.url}` })),
      keptBack: keptBack.map(kept => ({
        ...{ file: kept.file, shown: kept.shown, url: kept.url && `${origin}${kept.url}` },
        problems: problemsOfKept(kept).map(recordOf),
      })),
      due: due.map(each => ({ ...each, at: at(each.at) })),
      nextDue: nextDue && at(nextDue),
    },
    null,
    2,
  )
}
