// Sitemaps: an index, one for the fronts and for pages that the site has but once, and for each month one of its stories
// and listings and one of its pictures, which change only when a story of it does. Every page that search engines may
// have stands in one of them, and no other. Google's news sitemap follows the clock. https://www.sitemaps.org/protocol.html
//
// The news sitemap says by `nextChange` when its oldest story leaves it: no story need be looked at again
// when it grows old, and `--next` knows the instant.

import { newsAt, newsEndsAt } from '../../archive/news-window.ts'
import { type Instant, type Month, monthOf } from '../../domain/instant.ts'
import {
  directoriesOf,
  type Listing,
  type ListingKind,
  type ListingName,
  listingAt,
  listingKinds,
  listingNames,
  listingRow,
  standingListings,
} from '../../domain/listing.ts'
import {
  addresses,
  correctionsMonthUrl,
  dayUrl,
  directoryUrl,
  frontUrl,
  monthUrl,
  subscribeUrl,
} from '../../domain/site-addresses.ts'
import type { ListedStory } from '../../store/listed.ts'
import { cutLiveBlog } from '../cut-live-blog.ts'
import { type PageContext, pageKind } from '../page-kind.ts'

type Address = { readonly url: string; readonly lastChange: Instant | null }
type Addresses = { readonly entries: readonly Address[] }

const meta = { title: 'Sitemap', description: '', feed: null, crumbs: [] }

const sitemapUrl = (month: Month): string => `${addresses.sitemaps}${month}.xml`
const frontsUrl = `${addresses.sitemaps}fronts.xml`
const newsUrl = `${addresses.sitemaps}news.xml`
const picturesUrl = (month: Month): string => `${addresses.sitemaps}pictures-${month}.xml`

const lastChangeOf = (entries: readonly ListedStory[]): Instant =>
  Math.max(...entries.map(({ modified }) => modified)) as Instant

export const sitemapIndex = pageKind<'index', { readonly sitemaps: readonly Address[] }>({
  name: 'sitemap-index',
  medium: 'sitemap',
  layout: 'machine/sitemap-index.xml.njk',
  always: () => ['index'],
  pagesOf: () => ['index'],
  urlOf: () => '/sitemap.xml',
  dataOf: (_key, { archive }) => {
    const { months, lastChangeIn, lastChange } = archive.listing({ of: 'site' })
    const ofMonths = months.map(
      (month): Address => ({ url: sitemapUrl(month), lastChange: lastChangeIn(month) }),
    )
    // A month whose pictures are as they were may have other words.
    const ofPictures = archive.pictured.months.map(
      (month): Address => ({ url: picturesUrl(month), lastChange: lastChangeIn(month) }),
    )
    return {
      meta,
      sitemaps: [
        { url: frontsUrl, lastChange },
        { url: newsUrl, lastChange: null },
        ...ofMonths,
        ...ofPictures,
      ],
    }
  },
  expects: ({ sitemaps }) => ({ entries: sitemaps }),
})

export const sitemapMonth = pageKind<Month, Addresses>({
  name: 'sitemap-month',
  medium: 'sitemap',
  layout: 'machine/sitemap.xml.njk',
  always: () => [],
  pagesOf: story => [monthOf(story.day)],
  urlOf: sitemapUrl,
  dataOf: (month, { archive, newsroom }) => {
    const entries = archive.listing({ of: 'site' }).entriesIn(month)
    if (entries.length === 0) return null
    const ofDays = archive.days
      .inMonth(month)
      .map((day): Address => ({ url: dayUrl(day), lastChange: lastChangeOf(archive.onDay(day)) }))
    const ofStories = entries.map(({ url, modified }): Address => ({ url, lastChange: modified }))
    const ofHours = archive.blogs
      .inMonth(month)
      .flatMap(({ file }) => archive.story(file) ?? [])
      .flatMap(story => cutLiveBlog(story, newsroom.site).hours)
      .map(({ url, entries: [newest] }): Address => ({ url, lastChange: newest?.at ?? null }))
    const ofListings = archive
      .listingsIn(month)
      .filter(({ listing }) => listing.of !== 'site')
      .map(({ listing, lastChange }): Address => ({ url: monthUrl(listing, month), lastChange }))
    return { meta, entries: [...ofStories, ...ofHours, ...ofDays, ...ofListings] }
  },
  expects: ({ entries }) => ({ entries }),
})

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
export const sitemapPictures = pageKind<
  Month,
  { readonly pictured: readonly { readonly url: string; readonly pictures: readonly string[] }[] }
>({
  name: 'sitemap-pictures',
  medium: 'sitemap',
  layout: 'machine/sitemap-pictures.xml.njk',
  always: () => [],
  pagesOf: ({ image, pictures, day }) => (image || pictures.length > 0 ? [monthOf(day)] : []),
  urlOf: picturesUrl,
  dataOf: (month, { archive }) => {
    const pictured = archive.pictured.inMonth(month)
    return pictured.length === 0
      ? null
      : { meta, pictured: pictured.map(({ url, pictures }) => ({ url, pictures })) }
  },
  expects: ({ pictured }) => ({ entries: pictured }),
})

type News = {
  readonly url: string
  readonly title: string
  readonly date: Instant
  readonly language: string
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const sitemapNews = pageKind<'news', { readonly news: readonly News[] }>({
  name: 'sitemap-news',
  medium: 'sitemap',
  layout: 'machine/sitemap-news.xml.njk',
  always: () => ['news'],
  pagesOf: () => ['news'],
  nextChange: ({ archive }) => newsEndsAt(archive.listing({ of: 'site' }), archive.now),
  urlOf: () => newsUrl,
  dataOf: (_key, { archive, newsroom }) => ({
    meta,
    news: archive
      .storiesOf(newsAt(archive.listing({ of: 'site' }), archive.now).slice(0, mostNews))
      .map(({ url, title, date, language }) => ({
        url,
        title,
        date,
        // Google wants the language alone, but for Chinese.
        language: languageOf(language ?? newsroom.site.language),
      })),
  }),
  // The form wants an entry at least: without news there is the front, which is none.
  expects: ({ news }) => ({ entries: news.length === 0 ? [{ url: '/' }] : news.map(({ url }) => ({ url })) }),
})

/** Also those without stories, where they stand in any case. */
const keysOf = (of: ListingName, { archive, newsroom }: PageContext): readonly string[] => {
  const standing = listingRow(of).standing?.(newsroom) ?? []
  const isKeyed = listingKinds.some(kind => kind === of)
  return isKeyed ? [...new Set([...archive.keys(of as ListingKind), ...standing])].sort() : standing
}

/** Those that the site has but once, the months of the corrections, and what says how to follow the site's feeds. */
const singlePages = ({ archive, newsroom }: PageContext): readonly string[] => [
  addresses.archive,
  ...directoriesOf(newsroom).map(directoryUrl),
  addresses.corrections,
  ...archive.corrections.months.map(correctionsMonthUrl),
  ...(newsroom.site.search ? [addresses.search] : []),
  ...(newsroom.site.feeds.formats.length > 0
    ? [...standingListings(newsroom).map(frontUrl), addresses.corrections].map(subscribeUrl)
    : []),
]

const mostNews = 1000

const languageOf = (tag: string): string => {
  const { language, script, region } = new Intl.Locale(tag)
  if (language !== 'zh') return language
  return script === 'Hant' || region === 'TW' || region === 'HK' ? 'zh-tw' : 'zh-cn'
}

export const sitemapFronts = pageKind<'fronts', Addresses>({
  name: 'sitemap-fronts',
  medium: 'sitemap',
  layout: 'machine/sitemap.xml.njk',
  always: () => ['fronts'],
  pagesOf: () => ['fronts'],
  urlOf: () => frontsUrl,
  dataOf: (_key, context: PageContext) => {
    const { archive, newsroom } = context
    const newest = (listing: Listing): Address => ({
      url: frontUrl(listing),
      lastChange: archive.listing(listing).lastChange,
    })
    const ofListings = listingNames.flatMap(of => keysOf(of, context).map(key => newest(listingAt(of, key))))
    const months = archive.days.months.map(month => monthUrl({ of: 'site' }, month))
    const pages = newsroom.plainPages.map(({ url }) => url)
    const others = [...singlePages(context), ...months, ...pages]
    return {
      meta,
      entries: [...ofListings, ...others.map((url): Address => ({ url, lastChange: null }))],
    }
  },
  expects: ({ entries }) => ({ entries }),
})
