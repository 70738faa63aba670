// What stands of one story in the tables that listings are read from.

import { type Instant, monthOf } from '../domain/instant.ts'
import { asOf, isShown, releaseOf, type State, stateAt, withTimeToCome } from '../domain/lifecycle.ts'
import { listingsOf, nameOfListing } from '../domain/listing.ts'
import { modifiedAt, type Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { viewInText, viewUncropped } from '../pictures/picture-view.ts'
import type { ListedCorrection, ListedEvent, ListedStory, ListedWithdrawal } from '../store/listed.ts'
import type { TableRows } from '../store/tables.ts'
import { dayOf } from '../time/wire-time.ts'

/** Tables of what is listed by month besides stories; events by day. */
type MonthlyTable = 'corrections' | 'blogs' | 'moved' | 'pictured' | 'withdrawn' | 'events'

export type Monthly = { readonly [Name in MonthlyTable]: TableRows[Name][number] }

/** What is listed. Entries by listing and month. */
export type MonthlyRows = Monthly & { readonly entries: TableRows['entries'][number] }

/** Each with the key of its row. */
export type StoryRows = {
  readonly [Name in keyof MonthlyRows]: readonly (readonly [key: string, MonthlyRows[Name]])[]
}

/** `raw`: as its file says; of one that readers may not see nothing is listed for them but its withdrawal. */
export const rowsOfStory = (raw: Story, viewpoint: Viewpoint): StoryRows => {
  const { now, audience, timezone } = viewpoint
  const state = stateAt(raw, now)
  const story = asOf(raw, now)
  const happened = {
    withdrawn: withdrawalsOf(story, state, viewpoint).map(entry => [monthOf(entry.day), entry] as const),
    events: eventsOf(story, state).map(event => [dayOf(event.date, timezone), event] as const),
  }
  if (!isShown(state, audience)) return { ...none, ...happened }
  const { file, date, day, url, urgency, aliases } = story
  const month = monthOf(day)
  // Lists keep the order of their days, which stand in addresses.
  const modified = modifiedAt(withTimeToCome(story, now))
  const entry: ListedStory = { file, date, day, modified, url, urgency }
  const pictures = pictureUrls(story)
  return {
    entries: listingsOf(story).map(listing => [`${nameOfListing(listing)} ${month}`, entry]),
    corrections: correctionsOf(story, viewpoint).map(correction => [monthOf(correction.day), correction]),
    blogs: story.live === null ? [] : [[month, { file, date, day }]],
    moved: aliases.length === 0 ? [] : [[month, { file, date, day, url, aliases }]],
    pictured: pictures.length === 0 ? [] : [[month, { file, date, day, url, pictures }]],
    ...happened,
  }
}

const none = { entries: [], corrections: [], blogs: [], moved: [], pictured: [] } as const

const pictureUrls = ({ image, pictures }: Story): readonly string[] => [
  ...new Set([...(image ? [viewUncropped(image)] : []), ...pictures.map(viewInText)].map(({ url }) => url)),
]

const correctionsOf = (story: Story, { timezone }: Viewpoint): readonly ListedCorrection[] =>
  story.corrections.map(({ date }, index) => ({ file: story.file, date, day: dayOf(date, timezone), index }))

/** `story` as it is known now. Of a withdrawn one nothing else may be published. */
const withdrawalsOf = (story: Story, state: State, { timezone }: Viewpoint): readonly ListedWithdrawal[] => {
  const { file, id, withdrawn } = story
  if (state !== 'withdrawn' || withdrawn === null) return []
  const { date } = withdrawn
  return [{ file, date, day: dayOf(date, timezone), id, listings: listingsOf(story).map(nameOfListing) }]
}

/** What happened to a published story, as it is known now; of a withdrawn one only that. */
export const eventsOf = (story: Story, state: State): readonly ListedEvent[] => {
  const { file, updated, corrections, withdrawn, entries } = story
  if (state === 'withdrawn') return withdrawn ? [{ file, date: withdrawn.date, type: 'withdrawn' }] : []
  if (state !== 'live') return []
  const newest = Math.max(updated ?? 0, ...entries.map(({ at }) => at)) as Instant
  const added = releaseOf(story)
  return [
    { file, date: added, type: 'added' },
    ...(newest > added ? [{ file, date: newest, type: 'updated' } as const] : []),
    ...corrections.map(({ date }) => ({ file, date, type: 'corrected' }) as const),
  ]
}
