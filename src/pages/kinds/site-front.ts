// The site's front: what leads by an editor's hand or by urgency, then the newest of each section.

import { type ContainerSpec, noFrontFile } from '../../domain/front.ts'
import type { Day, Instant } from '../../domain/instant.ts'
import { breakingUntil } from '../../domain/lifecycle.ts'
import { dayUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { type FrontDay, frontDayAt, orderFront } from '../../front/front-order.ts'
import { leadingStories, nextLeaving } from '../../front/leading-stories.ts'
import { mostIn } from '../../front/shape-of.ts'
import { instantOfHour } from '../../time/instant-of-hour.ts'
import { curatedStories } from '../bulletin-order.ts'
import { type FrontPart, partsOfFront } from '../front-parts.ts'
import { type PageContext, pageKind } from '../page-kind.ts'
import { type Card, cardOf } from '../story-card.ts'

const breakingCandidates = 50

/** The story of the banner. */
const breakingAt = ({ archive, newsroom }: PageContext): Story | null =>
  archive
    .listing({ of: 'breaking' })
    .newest(breakingCandidates)
    .find(story => (breakingUntil(story, newsroom.site.breakingHours) ?? 0) > archive.now) ?? null

const frontFileIn = ({ archive }: PageContext) => archive.frontFile(null) ?? noFrontFile(null)

/** Of days further back no story leads any more, however urgent it was. */
const daysLookedAt = 4

const frontDayIn = ({ archive, newsroom }: PageContext): FrontDay | null => {
  const { stories, hour } = newsroom.site.fronts
  const days = archive.days.newest(daysLookedAt).map(day => ({ day, count: archive.onDay(day).length }))
  const hourOf = (day: Day) => instantOfHour(day, hour, newsroom.site.timezone)
  return frontDayAt(days, archive.now, { stories, hourOf })
}

/** Files in the order that the front makes itself. */
const orderIn = (context: PageContext, day: Day): readonly string[] => {
  const { archive, newsroom } = context
  const stories = archive.days.newest(daysLookedAt).flatMap(each => archive.onDay(each))
  const curated = curatedStories(day, archive).map(({ file }) => file)
  const { hoursPerStep } = newsroom.site.fronts
  return orderFront(stories, { day, curated, hoursPerStep }).map(({ file }) => file)
}

/** What leads: as many as fit, and one that the banner may take. On a quiet day older stories fill it up. */
const leadingIn = (context: PageContext, day: Day): readonly Story[] => {
  const { archive } = context
  const isLive = (file: string) => {
    const story = archive.story(file)
    return story !== null && archive.isLive(story)
  }
  const front = frontFileIn(context)
  const placed = leadingStories({ front, ordered: orderIn(context, day), now: archive.now, isLive })
  const wanted = mostIn('column') + 1
  const top: Story[] = []
  for (const file of placed) {
    const story = archive.story(file)
    if (story !== null && story.front !== false) top.push(story)
    if (top.length === wanted) return top
  }
  const known = new Set([...placed, ...front.hidden])
  const older = archive.listing({ of: 'site' }).newest(wanted + known.size)
  return [...top, ...older.filter(({ file, front: on }) => !known.has(file) && on !== false)].slice(0, wanted)
}

export type SiteFront = {
  /** The day that holds the front, and what its bulletin is called; null before the first story. */
  readonly bulletin: {
    readonly day: Day
    readonly url: string
    readonly title: string
    /** What the zone of its times is called. */
    readonly zone: string
  } | null
  /** Breaking news, where it does not lead anyway. */
  readonly breaking: Card | null
  /** Whether what leads is breaking. */
  readonly isLeadBreaking: boolean
  readonly parts: readonly FrontPart[]
}

export const siteFront = pageKind<'front', SiteFront>({
  name: 'site-front',
  schema: 'Front',
  layout: 'layouts/site-front.njk',
  always: () => ['front'],
  pagesOf: () => ['front'],
  pagesOfDay: () => ['front'],
  pagesOfFront: section => (section === null ? ['front'] : []),
  nextChange: context => {
    const { archive, newsroom } = context
    const breaking = breakingAt(context)
    const instants = [
      breaking && breakingUntil(breaking, newsroom.site.breakingHours),
      frontDayIn(context)?.until ?? null,
      nextLeaving(frontFileIn(context), archive.now),
    ].filter(instant => instant !== null)
    return instants.length === 0 ? null : (Math.min(...instants) as Instant)
  },
  urlOf: () => '/',
  dataOf: (_key, context) => {
    const { archive, newsroom, time } = context
    const { site } = newsroom
    const front = frontFileIn(context)
    const held = frontDayIn(context)
    const day = held?.day ?? null
    const leading = day === null ? [] : leadingIn(context, day)
    const breaking = breakingAt(context)
    const isLeadBreaking = breaking !== null && leading[0]?.file === breaking.file
    const banner = breaking === null || isLeadBreaking || breaking.front === false ? null : breaking
    const containers = front.containers ?? defaultContainers
    return {
      meta: {
        title: site.name,
        description: site.description,
        feed: { name: site.name, url: '/' },
        crumbs: [],
      },
      bulletin:
        day === null
          ? null
          : {
              ...{ day, url: dayUrl(day) },
              zone: time.zone(leading[0]?.date ?? archive.now),
              title: front.title ?? archive.curation(day)?.title ?? time.day(day),
            },
      breaking: banner && cardOf(banner, newsroom),
      isLeadBreaking,
      parts: partsOfFront({ context, front, containers, day, top: leading, shown: banner ? [banner] : [] }),
      body: front.introduction,
      markdown: { pictures: [], base: '', url: '/' },
    }
  },
})

const defaultContainers: readonly ContainerSpec[] = [
  { holds: 'introduction' },
  { holds: 'top' },
  { holds: 'sections' },
]
