// What a listing lists: every story, the breaking ones, or those of a section, topic or byline.

import { isBreaking } from './lifecycle.ts'
import { bylineKey } from './slug.ts'
import type { Story } from './story.ts'

/** A front shows this many; the months have them all. */
export const newestOnFront = 30

export type ListingKind = 'section' | 'topic' | 'byline'

export type Listing =
  | { readonly of: 'site' | 'breaking' }
  | { readonly of: ListingKind; readonly key: string }

export const nameOfListing = (listing: Listing): string =>
  'key' in listing ? `${listing.of}/${listing.key}` : listing.of

/** Six kinds of page ask for them. */
const known = new WeakMap<Story, readonly Listing[]>()

/** The listings that a story stands in. */
export const listingsOf = (story: Story): readonly Listing[] => {
  const listings = known.get(story) ?? findListings(story)
  known.set(story, listings)
  return listings
}

const findListings = (story: Story): readonly Listing[] => [
  { of: 'site' },
  ...(isBreaking(story) ? [{ of: 'breaking' } as const] : []),
  { of: 'section', key: story.section },
  ...story.tags.map(key => ({ of: 'topic', key }) as const),
  ...[...new Set(story.authors.map(bylineKey))].map(key => ({ of: 'byline', key }) as const),
]
