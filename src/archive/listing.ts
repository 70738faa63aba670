// What a listing lists: every story, or those of a section, topic or byline.

export type ListingKind = 'section' | 'topic' | 'byline'

export type Listing = { readonly of: 'site' } | { readonly of: ListingKind; readonly key: string }

export const nameOfListing = (listing: Listing): string =>
  listing.of === 'site' ? 'site' : `${listing.of}/${listing.key}`
