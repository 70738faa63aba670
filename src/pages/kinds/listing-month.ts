// One month of a section, a topic, a series, a byline or of breaking news, day by day. A month that is over changes no more.

import { monthsBeside } from '../../archive/month-index.ts'
import { type Month, monthOf } from '../../domain/instant.ts'
import { type Listing, type ListingName, listingRow, listingsOf } from '../../domain/listing.ts'
import { frontUrl, monthUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import { cardsByDay } from '../cards-by-day.ts'
import { describeListing, inDirectory } from '../describe-listing.ts'
import { type PageKind, pageKind } from '../page-kind.ts'

type MonthOfListing = { readonly listing: Listing; readonly month: Month }

export const listingMonth = (of: ListingName): PageKind =>
  pageKind<MonthOfListing>({
    name: `${of}-month`,
    layout: 'layouts/listing-month.njk',
    always: () => [],
    pagesOf: (story, { archive }) =>
      listingsOf(story)
        .filter(listing => listing.of === of)
        .flatMap(listing => {
          const month = monthOf(story.day)
          const { older, newer } = monthsBeside(archive.listing(listing).months, month)
          return [month, older, newer]
            .filter(other => other !== null)
            .map(other => ({ listing, month: other }))
        }),
    urlOf: ({ listing, month }) => monthUrl(listing, month),
    dataOf: ({ listing, month }, context) => {
      const { archive, newsroom, time } = context
      const { inMonth, months } = archive.listing(listing)
      const stories = inMonth(month)
      const [newest] = stories
      if (newest === undefined) return null
      const { name, crumbs, directory } = describeListing(listing, context, stories)
      const title = fill(newsroom.strings.inMonth, { name, month: time.month(month) })
      const { older, newer } = monthsBeside(months, month)
      const link = (other: Month | null) =>
        other && { name: time.month(other), url: monthUrl(listing, other) }
      return {
        meta: {
          title,
          description: `${inDirectory(title, directory)}: ${newest.title}`,
          feed: { name, url: frontUrl(listing) },
          crumbs: [...crumbs, { name, url: frontUrl(listing) }],
        },
        listing: {
          showsSection: listingRow(of).showsSection,
          name,
          directory,
          month,
          zone: time.zone(newest.date),
          days: cardsByDay(stories, newsroom),
          older: link(older),
          newer: link(newer),
        },
      }
    },
  })
