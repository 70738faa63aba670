// The index of all stories at an instant: what page kinds may ask of it, and nothing else.

import { byDay } from '../domain/by-day.ts'
import type { FrontFile } from '../domain/front.ts'
import { type Day, type Instant, type Month, monthOf } from '../domain/instant.ts'
import { asOf, isShown, type State, stateAt, withTimeToCome } from '../domain/lifecycle.ts'
import { type Listing, type ListingKind, listingNamed, nameOfListing } from '../domain/listing.ts'
import type { Curation } from '../domain/newsroom.ts'
import type { Redirect } from '../domain/redirect.ts'
import type { Correction, Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type {
  Departure,
  ListedBlog,
  ListedEvent,
  ListedMove,
  ListedPictures,
  ListedStory,
  ListedWithdrawal,
} from '../store/listed.ts'
import { storeDamaged } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { findNeighbours, type Neighbours } from './find-neighbours.ts'
import { createMonthIndex, type MonthIndex } from './month-index.ts'
import { createRelated, type Related } from './related-stories.ts'

export type DatedCorrection = { readonly correction: Correction; readonly story: Story }

export type ListingIndex = MonthIndex<Story> & {
  readonly countIn: (month: Month) => number
  /** When the stories of a month last changed; null when there are none. */
  readonly lastChangeIn: (month: Month) => Instant | null
  /** When the stories on its front last changed. */
  readonly lastChange: Instant | null
  readonly entriesIn: (month: Month) => readonly ListedStory[]
}

export type Archive = {
  readonly now: Instant
  /** A live or withdrawn story as it is known at `now`; null for all others. */
  readonly story: (file: string) => Story | null
  /** Whether a published story is shown; if not, it is withdrawn. */
  readonly isLive: (story: Story) => boolean
  readonly stateOf: (story: Story) => State
  readonly listing: (listing: Listing) => ListingIndex
  /** The keys of all listings of a kind that have a live story, sorted. */
  readonly keys: (kind: ListingKind) => readonly string[]
  /** The listings that have live stories of a month, by name, with their last changes. */
  readonly listingsIn: (
    month: Month,
  ) => readonly { readonly listing: Listing; readonly lastChange: Instant }[]
  readonly corrections: MonthIndex<DatedCorrection>
  /** Live stories of a day, newest first. */
  readonly onDay: (day: Day) => readonly ListedStory[]
  readonly storiesOf: (entries: readonly ListedStory[]) => readonly Story[]
  /** Days that have live stories. */
  readonly days: MonthIndex<Day>
  /** The live stories before and after a live one in a listing: that of its section, unless another is named. */
  readonly neighbours: (story: Story, listing?: Listing) => Neighbours
  readonly related: Related
  readonly curation: (day: Day) => Curation | null
  /** What an editor says of the front of a section, or of the site's: null. */
  readonly frontFile: (section: string | null) => FrontFile | null
  /** Live blogs. */
  readonly blogs: MonthIndex<ListedBlog>
  /** Live stories that show pictures. */
  readonly pictured: MonthIndex<ListedPictures>
  /** Withdrawn stories, the last withdrawn first. */
  readonly withdrawn: MonthIndex<ListedWithdrawal>
  /** Days on which something happened to a story, newest first; and what, newest first. */
  readonly eventDays: readonly Day[]
  readonly eventsOn: (day: Day) => readonly ListedEvent[]
  /** Stories that left their addresses, the last first. */
  readonly departures: readonly Departure[]
  /** Live stories that had other addresses before. */
  readonly moved: Moved
  /** The row of an old address in _data/redirects.yaml. */
  readonly redirect: (path: string) => Redirect | undefined
  /** All rows, in the order of the file. */
  readonly redirects: () => readonly Redirect[]
  /** Hashes of the sheets of _includes/css/, "sha256-…", sorted. */
  readonly styles: readonly string[]
}

/** So many stories are kept at hand; a page shows some dozens, and the next page often the same ones. */
const atHand = 5_000

/** Stories as they are known at `now`. Throws when the index names one that is not there. */
const createStoryReader = (tables: Tables, now: Instant): ((file: string) => Story) => {
  const stories = new Map<string, Story>()
  return file => {
    const known = stories.get(file)
    if (known) return known
    const row = tables.get('stories', file)
    if (!row) throw storeDamaged(`the index names ${file}, which is no story`)
    if (stories.size >= atHand) stories.clear()
    const story = withTimeToCome(asOf(row, now), now)
    stories.set(file, story)
    return story
  }
}

/** `tables` must have been indexed for the same viewpoint. */
export const createArchive = (tables: Tables, { now, audience }: Viewpoint): Archive => {
  const listings = new Map<string, ListingIndex>()
  const daysOfMonths = new Map<Month, ReadonlyMap<Day, readonly ListedStory[]>>()
  const read = createStoryReader(tables, now)
  const months = (name: string) => (tables.get('months', name) ?? []).map(({ month }) => month)
  const entriesIn = (name: string, month: Month): readonly ListedStory[] =>
    tables.get('entries', `${name} ${month}`) ?? []
  const daysIn = (month: Month): ReadonlyMap<Day, readonly ListedStory[]> => {
    const known = daysOfMonths.get(month) ?? byDay(entriesIn('site', month))
    daysOfMonths.set(month, known)
    return known
  }
  // Few pages ask for them, and there may be very many.
  const redirects = () => tables.get('redirects', 'all') ?? []
  let byPath: ReadonlyMap<string, Redirect> | null = null
  const stateOf = (story: Story) => stateAt(tables.get('stories', story.file) ?? story, now)

  return {
    now,
    stateOf,
    isLive: story => isShown(stateOf(story), audience),
    story: file => {
      const row = tables.get('stories', file)
      if (!row) return null
      const state = stateAt(row, now)
      return isShown(state, audience) || state === 'withdrawn' ? read(file) : null
    },
    listing: listing => {
      const name = nameOfListing(listing)
      const known = listings.get(name) ?? createListingIndex(tables, name, read)
      listings.set(name, known)
      return known
    },
    keys: kind => Object.keys(tables.get('fronts', kind) ?? {}).sort(),
    listingsIn: month =>
      Object.entries(tables.get('monthChanges', month) ?? {})
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, lastChange]) => ({ listing: listingNamed(name), lastChange })),
    corrections: createMonthIndex(months('corrections'), month =>
      (tables.get('corrections', month) ?? []).map(({ file, index }) => {
        const story = read(file)
        return { story, correction: story.corrections[index] as Correction }
      }),
    ),
    onDay: day => daysIn(monthOf(day)).get(day) ?? [],
    storiesOf: entries => entries.map(({ file }) => read(file)),
    days: createMonthIndex(months('site'), month => [...daysIn(month).keys()]),
    neighbours: (story, listing = { of: 'section', key: story.section }) =>
      findNeighbours(tables, read, story, listing),
    related: createRelated(tables, read, { now, audience }),
    curation: day => tables.get('curations', day) ?? null,
    frontFile: section => tables.get('frontFiles', section ?? '') ?? null,
    blogs: createMonthIndex(months('blogs'), month => tables.get('blogs', month) ?? []),
    pictured: createMonthIndex(months('pictured'), month => tables.get('pictured', month) ?? []),
    withdrawn: createMonthIndex(months('withdrawn'), month => tables.get('withdrawn', month) ?? []),
    eventDays: months('events'),
    eventsOn: day => tables.get('events', day) ?? [],
    moved: movedIn(tables),
    redirect: path => {
      byPath ??= new Map(redirects().map(row => [row.path, row]))
      return byPath.get(path)
    },
    redirects,
    ...{ departures: tables.get('departures', 'all') ?? [], styles: tables.get('lists', 'styles') ?? [] },
  }
}

const createListingIndex = (tables: Tables, name: string, read: (file: string) => Story): ListingIndex => {
  const [kind = '', key = ''] = name.split('/')
  const summaries = tables.get('months', name) ?? []
  const entriesIn = (month: Month) => tables.get('entries', `${name} ${month}`) ?? []
  const summaryOf = (month: Month) => summaries.find(summary => summary.month === month)
  const entries = createMonthIndex(
    summaries.map(({ month }) => month),
    entriesIn,
  )
  return {
    months: entries.months,
    newest: count => entries.newest(count).map(({ file }) => read(file)),
    inMonth: month => entriesIn(month).map(({ file }) => read(file)),
    countIn: month => summaryOf(month)?.count ?? 0,
    lastChangeIn: month => summaryOf(month)?.lastChange ?? null,
    lastChange: tables.get('fronts', kind)?.[key] ?? null,
    entriesIn,
  }
}

/** Live stories that had other addresses, and how many addresses these are. */
export type Moved = MonthIndex<ListedMove> & { readonly count: number }

const movedIn = (tables: Tables): Moved => {
  const summaries = tables.get('months', 'moved') ?? []
  return {
    ...createMonthIndex(
      summaries.map(({ month }) => month),
      month => tables.get('moved', month) ?? [],
    ),
    count: summaries.reduce((sum, { count }) => sum + count, 0),
  }
}
