// Where things live on the site.

import type { Listing } from '../archive/listing.ts'
import type { Day, Month } from '../domain/instant.ts'

const folders = { section: '', topic: '/topics', byline: '/bylines' } as const

export const frontUrl = (listing: Listing): string =>
  listing.of === 'site' ? '/' : `${folders[listing.of]}/${listing.key}/`

export const monthUrl = (listing: Listing, month: Month): string =>
  `${frontUrl(listing)}${month.replace('-', '/')}/`

export const dayUrl = (day: Day): string => `/${day.replaceAll('-', '/')}/`

/** Of an old address of a story: the one of a file as it is, all others as folders. */
export const aliasUrl = (path: string): string => (/\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`)

export const rssUrl = (listing: Listing): string => `${frontUrl(listing)}rss.xml`
