// The entrance of a section, a topic or a byline: its newest stories, and the way into its months.

import { type Listing, type ListingKind, listingsOf, newestOnFront } from '../archive/listing.ts'
import { frontUrl, monthUrl, rssUrl } from './addresses.ts'
import { describeListing } from './describe-listing.ts'
import { isInMenu, listingsOfMenu } from './listings-of-menu.ts'
import { type PageKind, pageKind } from './page-kind.ts'
import { cardOf } from './story-card.ts'

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
      const newest = stories.newest(newestOnFront)
      if (newest.length === 0 && !isInMenu(listing, context)) return null
      const { name, description, person, crumbs } = describeListing(listing, context, newest)
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
          cards: newest.map(story => cardOf(story, newsroom)),
          months: stories.months.map(month => ({ name: time.month(month), url: monthUrl(listing, month) })),
        },
      }
    },
  })
