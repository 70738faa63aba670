// The entrance of a section, a topic or a byline: its newest stories, and the way into its months.

import { listingsOf } from '../archive/create-archive.ts'
import type { Listing, ListingKind } from '../archive/listing.ts'
import { monthOf } from '../domain/instant.ts'
import { frontUrl, monthUrl, rssUrl } from './addresses.ts'
import { describeListing } from './describe-listing.ts'
import { type PageKind, pageKind } from './page-kind.ts'
import { cardOf } from './story-card.ts'

const newestOnFront = 30

export const listingFront = (of: ListingKind, always: readonly Listing[] = []): PageKind =>
  pageKind<Listing>({
    name: `${of}-front`,
    layout: 'layouts/listing-front.njk',
    always,
    pagesOf: story => listingsOf(story).filter(listing => listing.of === of),
    urlOf: frontUrl,
    dataOf: (listing, context) => {
      const { archive, newsroom, time } = context
      const stories = archive.listing(listing)
      const cards = stories.newest(newestOnFront).map(story => cardOf(story, newsroom))
      if (cards.length === 0) return null
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
          newestMonth: monthOf(stories.newest(1)[0]?.day ?? ''),
        },
      }
    },
  })
