// The index of all stories at an instant: what page kinds may ask of it, and nothing else.

import type { Day, Instant } from '../domain/instant.ts'
import { type Audience, asOf, isShown, type State, stateAt } from '../domain/lifecycle.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { bylineKey } from '../domain/slug.ts'
import type { Correction, Story } from '../domain/story.ts'
import { dayOf } from '../time/wire-time.ts'
import { type Listing, type ListingKind, nameOfListing } from './listing.ts'
import { createMonthIndex, type MonthIndex } from './month-index.ts'

export type DatedCorrection = { readonly correction: Correction; readonly story: Story }

export type Archive = {
  readonly now: Instant
  /** Live and withdrawn stories as readers know them at `now`, newest first. */
  readonly published: readonly Story[]
  /** Whether a published story is shown; if not, it is withdrawn. */
  readonly isLive: (story: Story) => boolean
  readonly stateOf: (story: Story) => State
  readonly listing: (listing: Listing) => MonthIndex<Story>
  /** The keys of all listings of a kind that have a live story, sorted. */
  readonly keys: (kind: ListingKind) => readonly string[]
  readonly corrections: MonthIndex<DatedCorrection>
  /** Live stories of a day, newest first. */
  readonly onDay: (day: Day) => readonly Story[]
  /** Days that have live stories. */
  readonly days: MonthIndex<Day>
  /** The live stories beside a live one in its section. */
  readonly neighbours: (story: Story) => { readonly older: Story | null; readonly newer: Story | null }
  readonly bodyOf: (story: Story) => string
}

/** The listings that a story stands in. */
export const listingsOf = (story: Story): readonly Listing[] => [
  { of: 'site' },
  { of: 'section', key: story.section },
  ...story.tags.map(key => ({ of: 'topic', key }) as const),
  ...[...new Set(story.authors.map(bylineKey))].map(key => ({ of: 'byline', key }) as const),
]

const newestFirst = (one: Story, other: Story): number =>
  other.date - one.date || (one.id < other.id ? -1 : 1)

export const createArchive = (newsroom: Newsroom, now: Instant, audience: Audience = 'readers'): Archive => {
  const states = new Map<string, State>()
  const bodies = new Map<string, string>()
  const published: Story[] = []
  for (const { story, body } of newsroom.stories) {
    const state = stateAt(story, now)
    states.set(story.file, state)
    if (!isShown(state, audience) && state !== 'withdrawn') continue
    published.push(asOf(story, now))
    bodies.set(story.file, body)
  }
  published.sort(newestFirst)
  const live = published.filter(story => states.get(story.file) !== 'withdrawn')
  const listings = groupBy(live, story => listingsOf(story).map(nameOfListing))
  const indexes = new Map(
    [...listings].map(([name, stories]) => [name, createMonthIndex(stories, story => story.day)]),
  )
  const nothing = createMonthIndex<Story>([], story => story.day)
  const days = groupBy(live, story => [story.day])
  const places = new Map<string, number>()
  for (const { key } of newsroom.sections) {
    for (const [at, story] of (listings.get(`section/${key}`) ?? []).entries()) places.set(story.file, at)
  }
  const corrections = live
    .flatMap(story => story.corrections.map(correction => ({ correction, story })))
    .sort((one, other) => other.correction.date - one.correction.date || newestFirst(one.story, other.story))
  return {
    now,
    published,
    isLive: story => isShown(states.get(story.file) ?? 'draft', audience),
    stateOf: story => states.get(story.file) ?? 'draft',
    listing: listing => indexes.get(nameOfListing(listing)) ?? nothing,
    keys: kind =>
      [...listings.keys()]
        .filter(name => name.startsWith(`${kind}/`))
        .map(name => name.slice(kind.length + 1))
        .sort(),
    corrections: createMonthIndex(corrections, ({ correction }) =>
      dayOf(correction.date, newsroom.site.timezone),
    ),
    onDay: day => days.get(day) ?? [],
    days: createMonthIndex([...days.keys()].sort().reverse(), day => day),
    neighbours: story => {
      const section = listings.get(`section/${story.section}`) ?? []
      const at = places.get(story.file)
      if (at === undefined) return { older: null, newer: null }
      return { older: section[at + 1] ?? null, newer: section[at - 1] ?? null }
    },
    bodyOf: story => bodies.get(story.file) ?? '',
  }
}

const groupBy = (
  stories: readonly Story[],
  namesOf: (story: Story) => readonly string[],
): Map<string, Story[]> => {
  const groups = new Map<string, Story[]>()
  for (const story of stories) {
    for (const name of namesOf(story)) {
      const group = groups.get(name)
      if (group) group.push(story)
      else groups.set(name, [story])
    }
  }
  return groups
}
