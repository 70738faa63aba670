// What happened to stories, day by day, for partners that keep a copy: added, updated, corrected, withdrawn.

import { monthsBeside } from '../../archive/month-index.ts'
import { eventsOf } from '../../archive/rows-of-story.ts'
import type { Day, Instant } from '../../domain/instant.ts'
import { addresses, dataUrl, dayUrl } from '../../domain/site-addresses.ts'
import type { ListedEvent } from '../../store/listed.ts'
import { dayOf } from '../../time/wire-time.ts'
import { pageKind } from '../page-kind.ts'

/** So many days back the index leads; each day leads to the one before it. */
const daysInIndex = 31

const folder = addresses.changes

/** "/changes/2024/10/24.json" */
const changesUrl = (day: Day): string => `${folder.slice(0, -1)}${dayUrl(day).slice(0, -1)}.json`

const meta = { title: '', description: '', feed: null, crumbs: [] }

type ShownEvent = Pick<ListedEvent, 'type'> & {
  readonly at: Instant
  readonly id: string
  readonly url: string
  readonly data: string
  /** Null for a withdrawn story. */
  readonly title: string | null
}

export const changesOfDay = pageKind<
  Day,
  { readonly day: Day; readonly older: string | null; readonly events: readonly ShownEvent[] }
>({
  name: 'changes-day',
  medium: 'changes',
  layout: 'machine/changes.json.njk',
  always: () => [],
  of: 'published',
  pagesOf: (story, { archive, newsroom }) => {
    if (!newsroom.site.ninjs) return []
    const days = eventsOf(story, archive.stateOf(story)).map(({ date }) =>
      dayOf(date, newsroom.site.timezone),
    )
    // The next day leads to the one before it.
    const newer = days.map(day => monthsBeside(archive.eventDays, day).newer)
    return [...new Set([...days, ...newer])].filter(day => day !== null)
  },
  urlOf: changesUrl,
  dataOf: (day, { archive, newsroom }) => {
    const events = newsroom.site.ninjs ? archive.eventsOn(day) : []
    if (events.length === 0) return null
    const { older } = monthsBeside(archive.eventDays, day)
    return {
      meta,
      day,
      older: older && changesUrl(older),
      events: events.flatMap(({ file, date, type }) => {
        const story = archive.story(file)
        if (story === null) return []
        const { id, url, title } = story
        return { at: date, type, id, url, data: dataUrl(story), title: type === 'withdrawn' ? null : title }
      }),
    }
  },
  expects: ({ events }) => ({ entries: events.map(({ url, at }) => ({ url, lastChange: at })) }),
})

export const changesIndex = pageKind<'changes'>({
  name: 'changes-index',
  medium: 'json',
  layout: 'machine/changes-index.json.njk',
  always: ({ newsroom }) => (newsroom.site.ninjs ? ['changes'] : []),
  of: 'published',
  pagesOf: (_story, { newsroom }) => (newsroom.site.ninjs ? ['changes'] : []),
  urlOf: () => `${folder}index.json`,
  dataOf: (_key, { archive, newsroom }) =>
    newsroom.site.ninjs
      ? {
          meta,
          departures: departuresUrl,
          days: archive.eventDays.slice(0, daysInIndex).map(day => ({ day, url: changesUrl(day) })),
        }
      : null,
})

/** A partner that has not asked for so long begins anew. */
const mostDepartures = 1_000

const departuresUrl = `${folder}departures.json`

/** What no story says any more: that it was removed, drafted or held again, or moved. */
export const departures = pageKind<'departures'>({
  name: 'changes-departures',
  medium: 'json',
  layout: 'machine/departures.json.njk',
  always: ({ newsroom }) => (newsroom.site.ninjs ? ['departures'] : []),
  of: 'published',
  pagesOf: (_story, { newsroom }) => (newsroom.site.ninjs ? ['departures'] : []),
  urlOf: () => departuresUrl,
  dataOf: (_key, { archive, newsroom }) =>
    newsroom.site.ninjs ? { meta, departures: archive.departures.slice(0, mostDepartures) } : null,
})
