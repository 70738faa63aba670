// The archive's entrance: every year and month that has stories.

import { addresses, monthUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import { pageKind } from '../page-kind.ts'

export const archiveIndex = pageKind<'archive'>({
  name: 'archive',
  layout: 'layouts/archive.njk',
  always: () => ['archive'],
  pagesOf: () => ['archive'],
  urlOf: () => addresses.archive,
  dataOf: (_key, { archive, newsroom, time }) => {
    const { strings } = newsroom
    const { months, countIn } = archive.listing({ of: 'site' })
    const years = [...new Set(months.map(month => month.slice(0, 4)))]
    return {
      meta: {
        title: strings.archive,
        description: fill(strings.archiveOf, { site: newsroom.site.name }),
        feed: { name: newsroom.site.name, url: '/' },
        crumbs: [{ name: newsroom.site.name, url: '/' }],
      },
      years: years.map(year => ({
        year,
        months: months
          .filter(month => month.startsWith(year))
          .toReversed()
          .map(month => ({
            name: time.monthName(month),
            url: monthUrl({ of: 'site' }, month),
            count: countIn(month),
          })),
      })),
    }
  },
})
