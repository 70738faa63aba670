// Sitemaps: an index, one for the fronts, and one for each month, which changes only when a story of it does.

import type { Listing } from '../archive/listing.ts'
import { type Instant, type Month, monthOf } from '../domain/instant.ts'
import { modifiedAt, type Story } from '../domain/story.ts'
import { dayUrl, frontUrl, monthUrl } from './addresses.ts'
import { newestOnFront } from './listing-front.ts'
import { type PageContext, pageKind } from './page-kind.ts'

type Entry = { readonly url: string; readonly lastChange: Instant | null }

const meta = { title: 'Sitemap', description: '', feed: null, crumbs: [] }

const sitemapUrl = (month: Month): string => `/sitemaps/${month}.xml`

const lastChangeOf = (stories: readonly Story[]): Instant | null =>
  stories.length === 0 ? null : (Math.max(...stories.map(modifiedAt)) as Instant)

export const sitemapIndex = pageKind<'index'>({
  name: 'sitemap-index',
  layout: 'layouts/sitemap-index.njk',
  always: () => ['index'],
  pagesOf: () => ['index'],
  urlOf: () => '/sitemap.xml',
  dataOf: (_key, { archive }) => {
    const { months, lastChangeIn, lastChangeOf } = archive.listing({ of: 'site' })
    const ofMonths = months.map(
      (month): Entry => ({ url: sitemapUrl(month), lastChange: lastChangeIn(month) }),
    )
    return {
      meta,
      sitemaps: [{ url: '/sitemaps/fronts.xml', lastChange: lastChangeOf(1) }, ...ofMonths],
    }
  },
})

export const sitemapMonth = pageKind<Month>({
  name: 'sitemap-month',
  layout: 'layouts/sitemap.njk',
  always: () => [],
  pagesOf: story => [monthOf(story.day)],
  urlOf: sitemapUrl,
  dataOf: (month, { archive }) => {
    const stories = archive.listing({ of: 'site' }).inMonth(month)
    if (stories.length === 0) return null
    const ofDays = archive.days
      .inMonth(month)
      .map((day): Entry => ({ url: dayUrl(day), lastChange: lastChangeOf(archive.onDay(day)) }))
    const ofStories = stories.map((story): Entry => ({ url: story.url, lastChange: modifiedAt(story) }))
    return { meta, entries: [...ofStories, ...ofDays] }
  },
})

export const sitemapFronts = pageKind<'fronts'>({
  name: 'sitemap-fronts',
  layout: 'layouts/sitemap.njk',
  always: () => ['fronts'],
  pagesOf: () => ['fronts'],
  urlOf: () => '/sitemaps/fronts.xml',
  dataOf: (_key, { archive, newsroom }: PageContext) => {
    const newest = (listing: Listing): Entry => ({
      url: frontUrl(listing),
      lastChange: archive.listing(listing).lastChangeOf(newestOnFront),
    })
    const ofKind = (of: 'section' | 'topic' | 'byline') => archive.keys(of).map(key => newest({ of, key }))
    const ofPages = newsroom.plainPages.map(({ url }): Entry => ({ url, lastChange: null }))
    const ofMonths = archive.days.months.map(
      (month): Entry => ({ url: monthUrl({ of: 'site' }, month), lastChange: null }),
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
