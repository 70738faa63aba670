// Where things live on the site.

import type { Part } from '../archive/parts-of-listing.ts'
import type { FeedFormat } from '../domain/feeds.ts'
import type { Day, Month } from '../domain/instant.ts'
import type { Listing } from '../domain/listing.ts'
import type { Story } from '../domain/story.ts'

const folders = { section: '', topic: '/topics', byline: '/bylines' } as const

export const frontUrl = (listing: Listing): string => {
  if ('key' in listing) return `${folders[listing.of]}/${listing.key}/`
  return listing.of === 'site' ? '/' : '/breaking/'
}

export const monthUrl = (listing: Listing, month: Month): string =>
  `${frontUrl(listing)}${month.replace('-', '/')}/`

export const dayUrl = (day: Day): string => `/${day.replaceAll('-', '/')}/`

export const correctionsUrl = '/corrections/'

/** Of an old address of a story: the one of a file as it is, all others as folders. */
export const aliasUrl = (path: string): string => (/\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`)

const feedNames: Readonly<Record<FeedFormat, string>> = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
}

export const nameOfFeed = (format: FeedFormat): string => feedNames[format]

/** `front`: the page that the feed is of, whose folder it stands in. */
export const feedUrl = (front: string, format: FeedFormat): string => front + feedNames[format]

/** Of the page that says how to follow the feeds of a front. */
export const subscribeUrl = (front: string): string => `${front}subscribe/`

/** "/world/2024/10/atom.xml"; pieces of a day have folders of their own. */
export const archivedFeedUrl = (listing: Listing, part: Omit<Part, 'entries'>): string => {
  const { month, day, piece } = part
  const folder = day === null ? monthUrl(listing, month) : frontUrl(listing) + dayUrl(day).slice(1)
  return feedUrl(piece === 1 ? folder : `${folder}part-${piece}/`, 'atom')
}

export const dataUrl = ({ url }: Pick<Story, 'url'>): string => `${url}index.json`
