// How the newsroom stands in the preview, where its stories are, and what marks links to those of the future.

import type { Instant } from '../domain/instant.ts'
import { type Status, statusIn } from '../pipeline/status.ts'
import { forEditors } from '../store/edition.ts'
import type { SiteSession } from '../store/site-session.ts'
import { createReaderTime, type ReaderTime } from '../time/reader-time.ts'
import { dayOf } from '../time/wire-time.ts'

export type Overview = {
  readonly status: Status
  readonly urlOf: (file: string) => string | null
  readonly timeOf: (instant: Instant) => string
  /** By decoded path. */
  readonly marks: Readonly<Record<string, string>>
}

/** The preview speaks to editors, in English. */
const language = 'en-GB'

/** As the last build of the preview left it. */
export const readOverview = (session: SiteSession, root: string): Promise<Overview> =>
  session.use(async ({ lastSite }) => {
    const now = lastSite.last?.viewpoint.now ?? (0 as Instant)
    const status = await statusIn(lastSite, { root, now, edition: forEditors, named: [], isAll: false })
    const time = createReaderTime(status.timezone, language)
    const urls = new Map(
      [...status.drafts, ...status.held, ...status.due, ...status.keptBack].flatMap(({ file }) => {
        const url = lastSite.tables.get('stories', file)?.url
        return url === undefined ? [] : [[file, url] as const]
      }),
    )
    const marked = [
      ...status.drafts.map(({ file }) => [file, 'Draft'] as const),
      ...status.held.map(
        ({ file, release }) => [file, heldUntil(release, now, status.timezone, time)] as const,
      ),
    ]
    return {
      status,
      urlOf: file => urls.get(file) ?? status.keptBack.find(kept => kept.file === file)?.url ?? null,
      timeOf: time.dateTime,
      marks: Object.fromEntries(marked.flatMap(([file, mark]) => [[decodeURI(urls.get(file) ?? ''), mark]])),
    }
  })

/** With its day unless that is the day of `now`. */
const heldUntil = (release: Instant, now: Instant, timezone: string, time: ReaderTime): string =>
  `Held until ${dayOf(release, timezone) === dayOf(now, timezone) ? time.clock(release) : `${time.date(release)}, ${time.clock(release)}`}`
