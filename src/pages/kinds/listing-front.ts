// The entrance of a section, a topic, a series, a byline or of breaking news: its newest stories, and the way into its months.

import {
  isStanding,
  type Listing,
  type ListingName,
  listingRow,
  listingsOf,
  newestOnFront,
  standingListings,
} from '../../domain/listing.ts'
import { frontUrl, monthUrl } from '../../domain/site-addresses.ts'
import { describeListing, inDirectory } from '../describe-listing.ts'
import { type PageKind, pageKind } from '../page-kind.ts'
import { cardOf } from '../story-card.ts'

export const listingFront = (of: ListingName): PageKind =>
  pageKind<Listing>({
    name: `${of}-front`,
    layout: 'layouts/listing-front.njk',
    always: context => standingListings(context.newsroom).filter(listing => listing.of === of),
    pagesOf: story => listingsOf(story).filter(listing => listing.of === of),
    urlOf: frontUrl,
    dataOf: (listing, context) => {
      const { archive, newsroom, time } = context
      const stories = archive.listing(listing)
      const newest = stories.newest(newestOnFront)
      if (newest.length === 0 && !isStanding(listing, context.newsroom)) return null
      const { name, description, person, crumbs, directory } = describeListing(listing, context, newest)
      return {
        meta: {
          title: name,
          description: description ?? `${inDirectory(name, directory)}: ${newsroom.site.description}`,
          feed: { name, url: frontUrl(listing) },
          crumbs,
        },
        listing: {
          showsSection: listingRow(of).showsSection,
          name,
          directory,
          description,
          person,
          cards: newest.map(story => cardOf(story, newsroom)),
          months: stories.months.map(month => ({ name: time.month(month), url: monthUrl(listing, month) })),
        },
      }
    },
  })
