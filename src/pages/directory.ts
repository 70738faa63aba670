// All topics, or all bylines, by name.

import type { ListingKind } from '../archive/listing.ts'
import { frontUrl } from './addresses.ts'
import { describeListing } from './describe-listing.ts'
import { type PageKind, pageKind } from './page-kind.ts'

const titles = { section: 'Sections', topic: 'Topics', byline: 'Bylines' } as const

export const directory = (of: ListingKind, url: string): PageKind =>
  pageKind<ListingKind>({
    name: `${of}-directory`,
    layout: 'layouts/directory.njk',
    always: () => [of],
    pagesOf: () => [of],
    urlOf: () => url,
    dataOf: (_key, context) => {
      const { archive, newsroom } = context
      const { compare } = new Intl.Collator(newsroom.site.language)
      return {
        meta: {
          title: titles[of],
          description: `${titles[of]} of ${newsroom.site.name}`,
          feed: null,
          crumbs: [{ name: newsroom.site.name, url: '/' }],
        },
        entries: archive
          .keys(of)
          .map(key => {
            const { name, person } = describeListing({ of, key }, context)
            return { name, url: frontUrl({ of, key }), role: person?.role ?? null }
          })
          .sort((one, other) => compare(one.name, other.name) || (one.url < other.url ? -1 : 1)),
      }
    },
  })
