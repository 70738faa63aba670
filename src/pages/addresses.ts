// Where things live on the site.

import type { Listing } from '../archive/listing.ts'
import type { Day, Month } from '../domain/instant.ts'

const folders = { section: '', topic: '/topics', byline: '/bylines' } as const

export const frontUrl = (listing: Listing): string =>
  listing.of === 'site' ? '/' : `${folders[listing.of]}/${listing.key}/`

export const monthUrl = (listing: Listing, month: Month): string =>
  `${frontUrl(listing)}${month.replace('-', '/')}/`

export const dayUrl = (day: Day): string => `/${day.replaceAll('-', '/')}/`

export const rssUrl = (listing: Listing): string => `${frontUrl(listing)}rss.xml`
