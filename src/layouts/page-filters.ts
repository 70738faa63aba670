// Filters of a whole page or story: its structured data, its language, its feeds, the links that share it.

import { typeOfName } from '../domain/file-kinds.ts'
import { directionOf, isTallScript, ogLocale } from '../domain/language.ts'
import type { Site } from '../domain/newsroom.ts'
import { type ShareService, shareNames, shareUrl } from '../domain/share-services.ts'
import { feedUrl, nameOfFeed } from '../domain/site-addresses.ts'
import type { Feed } from '../pages/draw-feed.ts'
import type { FeedItem } from '../pages/feed-items.ts'
import type { Link, Meta } from '../pages/page-kind.ts'
import { jsonFeed } from '../structured/json-feed.ts'
import { ninjs, ninjsOfWithdrawn, type StoryFacts } from '../structured/ninjs.ts'
import { type StructuredPage, structuredData } from '../structured/structured-data.ts'

type Shared = { readonly url: string; readonly title: string }

export const createPageFilters = (site: Site) => ({
  ogLocale,
  directionOf,
  isTallScript,
  structuredData: (
    meta: StructuredPage['meta'],
    story: StructuredPage['story'],
    listing: StructuredPage['listing'],
    hours: StructuredPage['hours'],
  ) => structuredData({ meta, site, story, listing, hours }),
  jsonFeed: (meta: Meta, feed: Feed, texts: readonly string[]) => jsonFeed(meta, feed, texts, site),
  ninjs: (item: FeedItem, facts: StoryFacts, html: unknown) => ninjs(item, facts, String(html), site),
  ninjsOfWithdrawn: (story: Parameters<typeof ninjsOfWithdrawn>[0]) => ninjsOfWithdrawn(story, site),
  /** The feeds of the page's listing, and those of the site: for the page's head. */
  feedLinks: (feed: Link | null) => {
    const home = { name: site.name, url: '/' }
    const named = feed && feed.url !== '/' ? [{ ...feed, name: `${feed.name} · ${site.name}` }] : []
    return [...named, home].flatMap(({ name, url }) =>
      site.feeds.formats.map(format => ({
        name,
        type: typeOfName[nameOfFeed(format)],
        url: feedUrl(url, format),
      })),
    )
  },
  /** Each with its address, and its name unless the language has a word for it. */
  shareLinks: ({ url, title }: Shared) =>
    site.share.map((service: ShareService) => ({
      service,
      name: shareNames[service] ?? null,
      url: shareUrl(service, new URL(url, site.url).href, title),
    })),
})
