// All listings of a kind, by name: every topic, every series, every byline.

import { directoriesOf, keyedRow, type ListingKind } from '../../domain/listing.ts'
import { directoryUrl, frontUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import { describeListing } from '../describe-listing.ts'
import { type PageKind, pageKind } from '../page-kind.ts'

export const directory = (of: ListingKind): PageKind =>
  pageKind<ListingKind>({
    name: `${of}-directory`,
    layout: 'layouts/directory.njk',
    always: ({ newsroom }) => (directoriesOf(newsroom).includes(of) ? [of] : []),
    pagesOf: (_story, { newsroom }) => (directoriesOf(newsroom).includes(of) ? [of] : []),
    urlOf: () => directoryUrl(of),
    dataOf: (_key, context) => {
      const { archive, newsroom } = context
      const { site, strings } = newsroom
      if (!directoriesOf(newsroom).includes(of)) return null
      const title = strings[keyedRow(of).title]
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
