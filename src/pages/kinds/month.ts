// One month of the whole site: its days and their bulletins.

import { monthsBeside } from '../../archive/month-index.ts'
import { type Month, monthOf } from '../../domain/instant.ts'
import { addresses, dayUrl, monthUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import { inBulletinOrder } from '../bulletin-order.ts'
import { pageKind } from '../page-kind.ts'
import { headlineOf } from '../story-card.ts'

const headlinesPerDay = 3

export const month = pageKind<Month>({
  name: 'month',
  layout: 'layouts/month.njk',
  always: () => [],
  pagesOf: (story, { archive }) => {
    const { older, newer } = monthsBeside(archive.days.months, monthOf(story.day))
    return [monthOf(story.day), older, newer].filter(other => other !== null)
  },
  pagesOfDay: day => [monthOf(day)],
  urlOf: key => monthUrl({ of: 'site' }, key),
  dataOf: (key, { archive, newsroom, time }) => {
    const days = archive.days.inMonth(key)
    if (days.length === 0) return null
    const { older, newer } = monthsBeside(archive.days.months, key)
    const link = (other: Month | null) =>
      other && { name: time.month(other), url: monthUrl({ of: 'site' }, other) }
    return {
      meta: {
        title: time.month(key),
        description: fill(newsroom.strings.inMonth, { name: newsroom.site.name, month: time.month(key) }),
        feed: { name: newsroom.site.name, url: '/' },
        crumbs: [
          { name: newsroom.site.name, url: '/' },
          { name: newsroom.strings.archive, url: addresses.archive },
        ],
      },
      days: days.map(day => {
        const entries = inBulletinOrder(day, archive)
        return {
          day,
          url: dayUrl(day),
          title: archive.curation(day)?.title ?? null,
          count: entries.length,
          headlines: archive.storiesOf(entries.slice(0, headlinesPerDay)).map(headlineOf),
        }
      }),
      older: link(older),
      newer: link(newer),
    }
  },
})
