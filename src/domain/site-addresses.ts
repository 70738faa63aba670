// Where things live on the site.

import type { FeedFormat } from './feeds.ts'
import type { Day, Month } from './instant.ts'
import {
  keyedRow,
  keyOf,
  type Listing,
  type ListingKind,
  listingKinds,
  listingNames,
  listingRow,
} from './listing.ts'
import type { Story } from './story.ts'
import { decodePath, servedPath } from './web-address.ts'

/** Pages and folders that the site has but once. */
export const addresses = {
  archive: '/archive/',
  changes: '/changes/',
  corrections: '/corrections/',
  media: '/media/',
  search: '/search/',
  sitemaps: '/sitemaps/',
  subscribe: '/subscribe/',
  withdrawn: '/withdrawn/',
} as const

/**
 * Every file below it has a digest of its content in its name, and nothing else stands there: servers tell by the folder
 * alone what browsers may keep for good.
 */
export const hashedMedia = `${addresses.media}hashed/`

export const frontUrl = (listing: Listing): string =>
  `/${[listingRow(listing.of).folder, keyOf(listing)]
    .filter(part => part !== '')
    .map(part => `${part}/`)
    .join('')}`

/** Of the page that lists all listings of a kind. */
export const directoryUrl = (of: ListingKind): string => `/${listingRow(of).folder}/`

/** What layouts may link to by name, in any of them: `addresses.archive`, `addresses.topics`. */
export const layoutAddresses: Readonly<Record<string, string>> = {
  ...addresses,
  ...Object.fromEntries(
    listingKinds.filter(of => keyedRow(of).directory).map(of => [keyedRow(of).folder, directoryUrl(of)]),
  ),
}

/** First words of paths that are the site's own: no section may be called so. */
export const reservedWords: readonly string[] = [
  ...new Set([...Object.values(addresses), ...listingNames.map(of => `/${listingRow(of).folder}/`)]),
]
  .map(url => url.split('/')[1] ?? '')
  .filter(word => word !== '')
  .sort()

export const monthUrl = (listing: Listing, month: Month): string =>
  `${frontUrl(listing)}${month.replace('-', '/')}/`

export const correctionsMonthUrl = (month: Month): string =>
  `${addresses.corrections}${month.replace('-', '/')}/`

export const dayUrl = (day: Day): string => `/${day.replaceAll('-', '/')}/`

/** Whether an address without a last slash is that of a file, by its ending: "/news.php", and not "/version-1.2". */
const isAddressOfFile = (path: string): boolean => /[^/]\.[a-z][a-z0-9]*$/i.test(path)

/** Of an old address of a story, under the name that servers look for: a file as it is, all others as folders. */
export const aliasUrl = (written: string): string => {
  const path = servedPath(written).replace(/\/index\.html$/i, '/')
  return path.endsWith('/') || isAddressOfFile(path) ? path : `${path}/`
}

/**
 * Of an address on this site that somebody typed: pages have composed letters in theirs, whatever a keyboard or a disk makes of
 * them. Files are called as they are.
 */
export const composedAddress = (written: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? []
  if (!/[^\0-\x7f]|%[89a-f]/i.test(path) || isAddressOfFile(path)) return written
  const plain = decodePath(path)
  const composed = plain.normalize('NFC')
  return composed === plain ? written : composed + rest
}

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
export const archivedFeedUrl = (
  listing: Listing,
  { month, day, piece }: { readonly month: Month; readonly day: Day | null; readonly piece: number },
): string => {
  const folder = day === null ? monthUrl(listing, month) : frontUrl(listing) + dayUrl(day).slice(1)
  return feedUrl(piece === 1 ? folder : `${folder}part-${piece}/`, 'atom')
}

export const dataUrl = ({ url }: Pick<Story, 'url'>): string => `${url}index.json`
