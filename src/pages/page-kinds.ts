// Every kind of page the site has. To add one, write its file and its layout, and name it here.

import { alias } from './alias.ts'
import { archiveIndex } from './archive-index.ts'
import { bulletin } from './bulletin.ts'
import { changesIndex, changesOfDay } from './changes.ts'
import { corrections, correctionsMonth } from './corrections.ts'
import { directory } from './directory.ts'
import { feedArchives } from './feed-archives.ts'
import { feeds } from './feeds.ts'
import { headers } from './headers.ts'
import { listingFront } from './listing-front.ts'
import { listingMonth } from './listing-month.ts'
import { month } from './month.ts'
import { notFound } from './not-found.ts'
import type { PageKind } from './page-kind.ts'
import { policyFiles } from './policy-files.ts'
import { redirects } from './redirects.ts'
import { search, searchScript } from './search.ts'
import { siteFront } from './site-front.ts'
import { sitemapFronts, sitemapIndex, sitemapMonth, sitemapNews, sitemapPictures } from './sitemaps.ts'
import { storyData } from './story-data.ts'
import { storyPage } from './story-page.ts'
import { opml, subscribe } from './subscribe.ts'
import { tombstone } from './tombstone.ts'

export const pageKinds: readonly PageKind[] = [
  storyPage,
  storyData,
  tombstone,
  alias,
  bulletin,
  siteFront,
  listingFront('breaking'),
  listingMonth('breaking'),
  listingFront('section'),
  listingMonth('section'),
  listingFront('topic'),
  listingMonth('topic'),
  listingFront('byline'),
  listingMonth('byline'),
  directory('topic', '/topics/'),
  directory('byline', '/bylines/'),
  archiveIndex,
  month,
  corrections,
  correctionsMonth,
  notFound,
  ...feeds,
  feedArchives,
  subscribe,
  opml,
  sitemapIndex,
  sitemapFronts,
  sitemapMonth,
  sitemapPictures,
  sitemapNews,
  changesIndex,
  changesOfDay,
  ...policyFiles,
  search,
  searchScript,
  headers,
  redirects,
]
