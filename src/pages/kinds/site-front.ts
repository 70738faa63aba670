// The site's front: the latest bulletin in its order, then the newest of each section.

import { breakingUntil } from '../../domain/lifecycle.ts'
import { dayUrl, frontUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { inBulletinOrder } from '../bulletin-order.ts'
import { type PageContext, pageKind } from '../page-kind.ts'
import { cardOf } from '../story-card.ts'

const briefsPerSection = 4
/** On a quiet day, stories of the days before fill the front up to this many. */
const fewest = 8
const breakingCandidates = 50

/** The story of the banner. */
const breakingAt = ({ archive, newsroom }: PageContext): Story | null =>
  archive
    .listing({ of: 'breaking' })
    .newest(breakingCandidates)
    .find(story => (breakingUntil(story, newsroom.site.breakingHours) ?? 0) > archive.now) ?? null

export const siteFront = pageKind<'front'>({
  name: 'site-front',
  schema: 'Front',
  layout: 'layouts/site-front.njk',
  always: () => ['front'],
  pagesOf: () => ['front'],
  pagesOfDay: () => ['front'],
  nextChange: context => {
    const breaking = breakingAt(context)
    return breaking && breakingUntil(breaking, context.newsroom.site.breakingHours)
  },
  urlOf: () => '/',
  dataOf: (_key, context) => {
    const { archive, newsroom, time } = context
    const { site, sections } = newsroom
    const [day] = archive.days.newest(1)
    const stories = day === undefined ? [] : archive.storiesOf(inBulletinOrder(day, archive))
    const ofDay = new Set(stories.map(story => story.file))
    const earlier = archive
      .listing({ of: 'site' })
      .newest(fewest + stories.length)
      .filter(story => !ofDay.has(story.file))
      .slice(0, Math.max(0, fewest - stories.length))
    const shown = new Set([...stories, ...earlier].map(story => story.file))
    const breaking = breakingAt(context)
    return {
      meta: {
        title: site.name,
        description: site.description,
        feed: { name: site.name, url: '/' },
        crumbs: [],
      },
      bulletin:
        day === undefined
          ? null
          : { day, url: dayUrl(day), title: archive.curation(day)?.title ?? time.day(day) },
      cards: stories.map(story => cardOf(story, newsroom)),
      earlier: earlier.map(story => cardOf(story, newsroom)),
      breaking: breaking ? cardOf(breaking, newsroom) : null,
      briefs: sections
        .map(({ key, name }) => ({
          name,
          url: frontUrl({ of: 'section', key }),
          cards: archive
            .listing({ of: 'section', key })
            .newest(briefsPerSection + shown.size)
            .filter(story => !shown.has(story.file))
            .slice(0, briefsPerSection)
            .map(story => cardOf(story, newsroom)),
        }))
        .filter(section => section.cards.length > 0),
    }
  },
})
