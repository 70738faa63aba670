// A live blog as search engines read it, besides what every story says: schema.org's LiveBlogPosting.

import type { Instant } from '../domain/instant.ts'
import { anchorOf, type LiveCoverage, type LiveEntry } from '../domain/live-blog.ts'
import { rfc3339 } from '../time/wire-time.ts'

export type LiveBlogData = {
  readonly url: string
  readonly date: Instant
  readonly live: LiveCoverage | null
  /** The entries that readers see, newest first. */
  readonly entries: readonly LiveEntry[]
}

type LiveBlogPosting = {
  readonly coverageStartTime: string
  readonly coverageEndTime?: string
  readonly liveBlogUpdate: readonly object[]
}

/** Null for all other stories. */
export const liveBlogPosting = (
  { live, entries, date, url }: LiveBlogData,
  site: { readonly url: string; readonly timezone: string },
): LiveBlogPosting | null => {
  if (live === null) return null
  const time = (instant: Instant) => rfc3339(instant, site.timezone)
  const page = new URL(url, site.url).href
  const start = Math.min(date, ...entries.map(({ at }) => at)) as Instant
  return {
    coverageStartTime: time(start),
    ...(live.until === null ? {} : { coverageEndTime: time(live.until) }),
    liveBlogUpdate: entries.map(({ at, headline, text }) => ({
      '@type': 'BlogPosting',
      headline,
      datePublished: time(at),
      ...(text === '' ? {} : { articleBody: text }),
      url: `${page}#${anchorOf(at)}`,
    })),
  }
}
