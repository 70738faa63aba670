// A live blog as search engines read it, besides what every story says: schema.org's LiveBlogPosting.

import type { Instant } from '../domain/instant.ts'
import { anchorOf, type LiveCoverage, type LiveEntry } from '../domain/live-blog.ts'
import { rfc3339 } from '../time/wire-time.ts'

export type LiveBlogData = {
  readonly url: string
  readonly date: Instant
  readonly live: LiveCoverage | null
  /** The entries on its page, newest first. */
  readonly entries: readonly PostedEntry[]
  /** With the others. */
  readonly hours: readonly { readonly entries: readonly Pick<LiveEntry, 'at'>[] }[]
}

type PostedEntry = Pick<LiveEntry, 'at' | 'headline' | 'text'>

type LiveBlogPosting = {
  readonly coverageStartTime: string
  readonly coverageEndTime?: string
  readonly liveBlogUpdate: readonly object[]
}

type SiteOfBlog = { readonly url: string; readonly timezone: string }

export type HoursData = {
  readonly blog: { readonly title: string; readonly url: string }
  readonly entries: readonly PostedEntry[]
}

/** Null for all other stories. */
export const liveBlogPosting = (
  { live, entries, hours, date, url }: LiveBlogData,
  site: SiteOfBlog,
): LiveBlogPosting | null => {
  if (live === null) return null
  const time = (instant: Instant) => rfc3339(instant, site.timezone)
  const all = [...entries, ...hours.flatMap(part => part.entries)]
  const start = Math.min(date, ...all.map(({ at }) => at)) as Instant
  return {
    coverageStartTime: time(start),
    ...(live.until === null ? {} : { coverageEndTime: time(live.until) }),
    liveBlogUpdate: blogPostings(entries, url, site),
  }
}

/** `url`: of the page that the entries stand on. */
const blogPostings = (entries: readonly PostedEntry[], url: string, site: SiteOfBlog): readonly object[] => {
  const page = new URL(url, site.url).href
  return entries.map(({ at, headline, text }) => ({
    '@type': 'BlogPosting',
    headline,
    datePublished: rfc3339(at, site.timezone),
    ...(text === '' ? {} : { articleBody: text }),
    url: `${page}#${anchorOf(at)}`,
  }))
}

/** Of a page of its hours: whose part it is, and its entries. */
export const partOfLiveBlog = ({ blog, entries }: HoursData, url: string, site: SiteOfBlog): object => ({
  isPartOf: { '@type': 'WebPage', name: blog.title, url: new URL(blog.url, site.url).href },
  hasPart: blogPostings(entries, url, site),
})
