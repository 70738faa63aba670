// Every kind of page the site has. To add one, write its file and its layout, and name it here.

import { keyedRow, listingKinds, listingNames } from '../domain/listing.ts'
import { alias } from './kinds/alias.ts'
import { archiveIndex } from './kinds/archive-index.ts'
import { bulletin } from './kinds/bulletin.ts'
import { changesIndex, changesOfDay, departures } from './kinds/changes.ts'
import { corrections, correctionsMonth } from './kinds/corrections.ts'
import { directory } from './kinds/directory.ts'
import { feedArchives } from './kinds/feed-archives.ts'
import { feeds } from './kinds/feeds.ts'
import { headers } from './kinds/headers.ts'
import { listingFront } from './kinds/listing-front.ts'
import { listingMonth } from './kinds/listing-month.ts'
import { liveHours } from './kinds/live-hours.ts'
import { month } from './kinds/month.ts'
import { notFound } from './kinds/not-found.ts'
import { policyFiles } from './kinds/policy-files.ts'
import { gone, goneMark, redirect } from './kinds/redirect.ts'
import { redirects } from './kinds/redirects.ts'
import { search, searchScript } from './kinds/search.ts'
import { siteFront } from './kinds/site-front.ts'
import { sitemapFronts, sitemapIndex, sitemapMonth, sitemapNews, sitemapPictures } from './kinds/sitemaps.ts'
import { storyData } from './kinds/story-data.ts'
import { storyPage } from './kinds/story-page.ts'
import { opml, subscribe } from './kinds/subscribe.ts'
import { tombstone } from './kinds/tombstone.ts'
import { withdrawnMark } from './kinds/withdrawn-mark.ts'
import type { PageKind } from './page-kind.ts'

export const pageKinds: readonly PageKind[] = [
  storyPage,
  liveHours,
  storyData,
  tombstone,
  withdrawnMark,
  alias,
  redirect,
  gone,
  goneMark,
  bulletin,
  siteFront,
  ...listingNames.filter(of => of !== 'site').flatMap(of => [listingFront(of), listingMonth(of)]),
  ...listingKinds.filter(of => keyedRow(of).directory).map(directory),
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
  departures,
  ...policyFiles,
  search,
  searchScript,
  headers,
  redirects,
]

const byName = new Map(pageKinds.map(kind => [kind.name, kind]))

/** Undefined for a kind that an earlier version had. */
export const kindNamed = (name: string): PageKind | undefined => byName.get(name)
