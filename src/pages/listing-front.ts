// The entrance of a section, a topic or a byline: its newest stories, and the way into its months.

import { listingsOf } from '../archive/create-archive.ts'
import type { Listing, ListingKind } from '../archive/listing.ts'
import { frontUrl, monthUrl, rssUrl } from './addresses.ts'
import { describeListing } from './describe-listing.ts'
import { listingsOfMenu } from './listings-of-menu.ts'
import { type PageKind, pageKind } from './page-kind.ts'
import { cardOf } from './story-card.ts'

/** A front shows this many; the months have them all. */
export const newestOnFront = 30

export const listingFront = (of: ListingKind): PageKind =>
  pageKind<Listing>({
    name: `${of}-front`,
    layout: 'layouts/listing-front.njk',
    always: context => listingsOfMenu(context).filter(listing => listing.of === of),
    pagesOf: story => listingsOf(story).filter(listing => listing.of === of),
    urlOf: frontUrl,
    dataOf: (listing, context) => {
      const { archive, newsroom, time } = context
      const stories = archive.listing(listing)
      const cards = stories.newest(newestOnFront).map(story => cardOf(story, newsroom))
      if (cards.length === 0 && of !== 'section') return null
      const { name, description, person, crumbs } = describeListing(listing, context)
      return {
        meta: {
          title: name,
          description: description ?? `${name}: ${newsroom.site.description}`,
          feed: { name, url: rssUrl(listing) },
          crumbs,
        },
        listing: {
          of,
          name,
          description,
          person,
          cards,
          months: stories.months.map(month => ({ name: time.month(month), url: monthUrl(listing, month) })),
        },
      }
    },
  })
