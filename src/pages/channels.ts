// What feeds are of: a listing, the corrections, or one live blog.

import {
  isListing,
  isStanding,
  type Listing,
  listingRow,
  listingsOf,
  standingListings,
} from '../domain/listing.ts'
import { addresses, aliasUrl, frontUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import type { PageContext } from './page-kind.ts'

export type Channel =
  | Listing
  | { readonly of: 'corrections' }
  /** Its entries. */
  | LiveChannel

type LiveChannel = {
  readonly of: 'live'
  readonly file: string
  readonly url: string
  /** An address that the story had before, where its feeds are as well: programs ask there for ever. */
  readonly old?: string
}

/** The channels that there are before anything is published. */
export const standingChannels = (context: PageContext): readonly Channel[] => [
  ...standingListings(context.newsroom),
  { of: 'corrections' },
]

/** Of a kind that does not come and go with its stories. */
export const isAlwaysThere = (channel: Channel): boolean =>
  channel.of === 'corrections' || (channel.of !== 'live' && listingRow(channel.of).standing !== undefined)

/** The channels that a story stands in; of a withdrawn one, those that may name it. */
export const channelsOf = (story: Story, context: PageContext): readonly Channel[] => {
  const { archive } = context
  if (!archive.isLive(story))
    return listingsOf(story).filter(
      listing => isStanding(listing, context.newsroom) || archive.listing(listing).months.length > 0,
    )
  return [
    ...listingsOf(story),
    ...(story.corrections.length > 0 ? [{ of: 'corrections' } as const] : []),
    ...(story.live ? [{ of: 'live', file: story.file, url: story.url } as const] : []),
  ]
}

/** The feeds of a live blog at the addresses that it had before. */
export const oldChannelsOf = (
  { live, aliases, file, url }: Story,
  isLive: boolean,
): readonly LiveChannel[] =>
  isLive && live
    ? aliases
        .map(aliasUrl)
        .filter(isAddressOfStory)
        .map(old => ({ of: 'live', file, url, old }))
    : []

/** "/world/2024/10/24/x/": other old addresses never had feeds of ours. */
export const isAddressOfStory = (path: string): boolean => /\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(path)

/** Where the feeds of a channel are. */
export const addressOfFeeds = (channel: Channel): string =>
  (channel.of === 'live' && channel.old) || frontOfChannel(channel)

/** The page that a channel is of. */
export const frontOfChannel = (channel: Channel): string => {
  switch (channel.of) {
    case 'live':
      return channel.url
    case 'corrections':
      return addresses.corrections
    default:
      return frontUrl(channel)
  }
}

/** Of a stored channel: an earlier version may have had others. */
export const isChannel = (channel: { readonly of: string }): boolean =>
  isListing(channel) || channel.of === 'corrections' || channel.of === 'live'
