// Sitemaps: an index, one for the fronts, and one for each month, which changes only when a story of it does.

import type { Entry } from '../archive/entry.ts'
import type { Listing } from '../archive/listing.ts'
import { type Instant, type Month, monthOf } from '../domain/instant.ts'
import { dayUrl, frontUrl, monthUrl } from './addresses.ts'
import { type PageContext, pageKind } from './page-kind.ts'

type Address = { readonly url: string; readonly lastChange: Instant | null }

const meta = { title: 'Sitemap', description: '', feed: null, crumbs: [] }

const sitemapUrl = (month: Month): string => `/sitemaps/${month}.xml`

const lastChangeOf = (entries: readonly Entry[]): Instant =>
  Math.max(...entries.map(({ modified }) => modified)) as Instant

export const sitemapIndex = pageKind<'index'>({
  name: 'sitemap-index',
  layout: 'layouts/sitemap-index.xml.njk',
  always: () => ['index'],
  pagesOf: () => ['index'],
  urlOf: () => '/sitemap.xml',
  dataOf: (_key, { archive }) => {
    const { months, lastChangeIn, lastChange } = archive.listing({ of: 'site' })
    const ofMonths = months.map(
      (month): Address => ({ url: sitemapUrl(month), lastChange: lastChangeIn(month) }),
    )
    return {
      meta,
      sitemaps: [{ url: '/sitemaps/fronts.xml', lastChange }, ...ofMonths],
    }
  },
})

export const sitemapMonth = pageKind<Month>({
  name: 'sitemap-month',
  layout: 'layouts/sitemap.xml.njk',
  always: () => [],
  pagesOf: story => [monthOf(story.day)],
  urlOf: sitemapUrl,
  dataOf: (month, { archive }) => {
    const entries = archive.listing({ of: 'site' }).entriesIn(month)
    if (entries.length === 0) return null
    const ofDays = archive.days
      .inMonth(month)
      .map((day): Address => ({ url: dayUrl(day), lastChange: lastChangeOf(archive.onDay(day)) }))
    const ofStories = entries.map(({ url, modified }): Address => ({ url, lastChange: modified }))
    return { meta, entries: [...ofStories, ...ofDays] }
  },
})

export const sitemapFronts = pageKind<'fronts'>({
  name: 'sitemap-fronts',
  layout: 'layouts/sitemap.xml.njk',
  always: () => ['fronts'],
  pagesOf: () => ['fronts'],
  urlOf: () => '/sitemaps/fronts.xml',
  dataOf: (_key, { archive, newsroom }: PageContext) => {
    const newest = (listing: Listing): Address => ({
      url: frontUrl(listing),
      lastChange: archive.listing(listing).lastChange,
    })
    const ofKind = (of: 'section' | 'topic' | 'byline') => archive.keys(of).map(key => newest({ of, key }))
    const ofPages = newsroom.plainPages.map(({ url }): Address => ({ url, lastChange: null }))
    const ofMonths = archive.days.months.map(
      (month): Address => ({ url: monthUrl({ of: 'site' }, month), lastChange: null }),
    )
    return {
      meta,
      entries: [
        newest({ of: 'site' }),
        ...ofKind('section'),
        ...ofKind('topic'),
        ...ofKind('byline'),
        ...ofMonths,
        ...ofPages,
      ],
    }
  },
})
