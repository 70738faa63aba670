// The bulletin: the ordered stories of one day, as an editor curated them or by urgency, then time.

import { type Day, monthOf } from '../../domain/instant.ts'
import { dayUrl, monthUrl } from '../../domain/site-addresses.ts'
import { inBulletinOrder } from '../bulletin-order.ts'
import { daysBeside } from '../days-beside.ts'
import { type Link, pageKind } from '../page-kind.ts'
import { cardOf } from '../story-card.ts'

export const bulletin = pageKind<Day>({
  name: 'bulletin',
  layout: 'layouts/bulletin.njk',
  always: () => [],
  pagesOf: (story, { archive }) => {
    const { older, newer } = daysBeside(story.day, archive)
    return [story.day, older, newer].filter(day => day !== null)
  },
  pagesOfDay: day => [day],
  urlOf: dayUrl,
  dataOf: (day, { archive, newsroom, time }) => {
    const stories = archive.storiesOf(inBulletinOrder(day, archive))
    const [first] = stories
    if (first === undefined) return null
    const { older, newer } = daysBeside(day, archive)
    const link = (beside: Day | null): Link | null =>
      beside === null ? null : { name: time.day(beside), url: dayUrl(beside) }
    const curation = archive.curation(day)
    const cards = stories.map(story => cardOf(story, newsroom))
    return {
      meta: {
        title: curation?.title ?? time.day(day),
        // By code points: an emoji must not be cut in half.
        description: [...cards.map(card => card.title).join(' · ')].slice(0, 300).join(''),
        feed: { name: newsroom.site.name, url: '/' },
        crumbs: [
          { name: newsroom.site.name, url: '/' },
          { name: time.month(monthOf(day)), url: monthUrl({ of: 'site' }, monthOf(day)) },
        ],
      },
      bulletin: {
        day,
        month: monthOf(day),
        zone: time.zone(first.date),
        cards,
        older: link(older),
        newer: link(newer),
      },
      body: curation?.introduction ?? '',
      markdown: { pictures: [], base: '', url: dayUrl(day) },
    }
  },
})
