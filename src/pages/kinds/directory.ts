// All topics, or all bylines, by name.

import type { ListingKind } from '../../domain/listing.ts'
import { fill } from '../../domain/strings.ts'
import { frontUrl } from '../addresses.ts'
import { describeListing } from '../describe-listing.ts'
import { type PageKind, pageKind } from '../page-kind.ts'

const titles = { section: 'sections', topic: 'topics', byline: 'bylines' } as const

export const directory = (of: ListingKind, url: string): PageKind =>
  pageKind<ListingKind>({
    name: `${of}-directory`,
    layout: 'layouts/directory.njk',
    always: () => [of],
    pagesOf: () => [of],
    urlOf: () => url,
    dataOf: (_key, context) => {
      const { archive, newsroom } = context
      const { site, strings } = newsroom
      const title = strings[titles[of]]
      const { compare } = new Intl.Collator(site.language)
      return {
        meta: {
          title,
          description: fill(strings.namesOf, { names: title, site: site.name }),
          feed: null,
          crumbs: [{ name: site.name, url: '/' }],
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
