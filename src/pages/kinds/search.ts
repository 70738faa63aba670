// Where readers search: a form, and for those without script the ways into the archive. The script has a file of its own.

import { addresses, frontUrl, monthUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import { type PageContext, pageKind } from '../page-kind.ts'
import { topicLink } from '../story-card.ts'

/** More of them would make a heavy page; the directory has them all. */
const mostTopics = 250

const ifSearched = <Key>(key: Key, { newsroom }: PageContext): readonly Key[] =>
  newsroom.site.search ? [key] : []

export const search = pageKind<'search'>({
  name: 'search',
  layout: 'layouts/search.njk',
  always: context => ifSearched('search', context),
  pagesOf: (_story, context) => ifSearched('search', context),
  urlOf: () => addresses.search,
  dataOf: (_key, { archive, newsroom, time }) => {
    if (!newsroom.site.search) return null
    const { months } = archive.listing({ of: 'site' })
    const topics = archive.keys('topic')
    const { compare } = new Intl.Collator(newsroom.site.language)
    return {
      meta: {
        title: newsroom.strings.search,
        description: fill(newsroom.strings.searchOf, { site: newsroom.site.name }),
        feed: null,
        crumbs: [{ name: newsroom.site.name, url: '/' }],
      },
      topics:
        topics.length > mostTopics
          ? []
          : topics
              .map(key => ({ name: topicLink(key, newsroom).name, url: frontUrl({ of: 'topic', key }) }))
              .sort((one, other) => compare(one.name, other.name) || (one.url < other.url ? -1 : 1)),
      years: [...new Set(months.map(month => month.slice(0, 4)))].map(year => ({
        year,
        months: months
          .filter(month => month.startsWith(year))
          .toReversed()
          .map(month => ({ name: time.monthName(month), url: monthUrl({ of: 'site' }, month) })),
      })),
    }
  },
})

export const searchScript = pageKind<'script'>({
  name: 'search-script',
  medium: 'other',
  layout: 'machine/search.js.njk',
  always: context => ifSearched('script', context),
  pagesOf: () => [],
  urlOf: () => `${addresses.search}search.js`,
  dataOf: (_key, { newsroom }) =>
    newsroom.site.search ? { meta: { title: 'search', description: '', feed: null, crumbs: [] } } : null,
})
