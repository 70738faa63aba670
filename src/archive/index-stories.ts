// Keeps the tables that listings are read from: takes changed stories out as they were, and puts them in as they are.

import type { Instant } from '../domain/instant.ts'
import { monthOf } from '../domain/instant.ts'
import { type Audience, asOf, isShown, nextDue, releaseOf, type State, stateAt } from '../domain/lifecycle.ts'
import { modifiedAt, type Story } from '../domain/story.ts'
import { viewInText, viewWhole } from '../pictures/picture-view.ts'
import { dayOf } from '../time/wire-time.ts'
import {
  type CorrectionEntry,
  type Entry,
  type EventEntry,
  type MovedEntry,
  newestCorrectionFirst,
  newestFirst,
  type PicturedEntry,
  type WithdrawnEntry,
} from './entry.ts'
import { editFronts } from './index-fronts.ts'
import { listingsOf, nameOfListing } from './listing.ts'
import type { EditedTables, MonthSummary } from './tables.ts'

/** A story as its file said and says; null where there is none. Both are the same when only the clock moved. */
export type StoryChange = {
  readonly file: string
  readonly before: Story | null
  readonly after: Story | null
}

/** When, for whom and in which zone an index is true. */
export type Terms = { readonly now: Instant; readonly audience: Audience; readonly timezone: string }

/** `before`: the terms of the index as it stands; null when it is empty. Costs what the changed stories' months hold. */
export const indexStories = (
  tables: EditedTables,
  changes: readonly StoryChange[],
  before: Terms | null,
  after: Terms,
): void => {
  const edits = createListEdits()
  for (const { file, before: old, after: story } of changes) {
    if (old !== null && before !== null) takeOut(edits, old, before)
    if (story !== null) putIn(edits, story, after)
    tables.set('stories', file, story)
  }
  editEntries(tables, edits.entries)
  editMonthly(tables, 'corrections', edits.corrections, newestCorrectionFirst)
  editMonthly(tables, 'moved', edits.moved, newestFirst, countAliases)
  editMonthly(tables, 'pictured', edits.pictured, newestFirst)
  editMonthly(tables, 'withdrawn', edits.withdrawn, newestFirst)
  editMonthly(tables, 'events', edits.events, newestFirst)
  editHidden(tables, edits.hidden)
  editDue(tables, changes, after)
}

type Edit<Item> = { readonly out: Set<string>; readonly in: Item[] }

type ListEdits = {
  /** By listing and month. */
  readonly entries: Map<string, Edit<Entry>>
  /** By month. */
  readonly corrections: Map<string, Edit<CorrectionEntry>>
  /** By month. */
  readonly moved: Map<string, Edit<MovedEntry>>
  /** By month. */
  readonly pictured: Map<string, Edit<PicturedEntry>>
  /** By month. */
  readonly withdrawn: Map<string, Edit<WithdrawnEntry>>
  /** By day. */
  readonly events: Map<string, Edit<EventEntry>>
  readonly hidden: Edit<string>
}

const createListEdits = (): ListEdits => ({
  entries: new Map(),
  corrections: new Map(),
  moved: new Map(),
  pictured: new Map(),
  withdrawn: new Map(),
  events: new Map(),
  hidden: { out: new Set(), in: [] },
})

const editOf = <Item>(edits: Map<string, Edit<Item>>, key: string): Edit<Item> => {
  const known = edits.get(key)
  if (known) return known
  const edit: Edit<Item> = { out: new Set(), in: [] }
  edits.set(key, edit)
  return edit
}

const takeOut = (edits: ListEdits, raw: Story, terms: Terms): void => {
  const state = stateAt(raw, terms.now)
  edits.hidden.out.add(raw.file)
  const story = asOf(raw, terms.now)
  for (const { date } of eventsOf(story, state))
    editOf(edits.events, dayOf(date, terms.timezone)).out.add(story.file)
  for (const { day } of withdrawalsOf(story, state, terms))
    editOf(edits.withdrawn, monthOf(day)).out.add(story.file)
  if (!isShown(state, terms.audience)) return
  for (const listing of listingsOf(story))
    editOf(edits.entries, `${nameOfListing(listing)} ${monthOf(story.day)}`).out.add(story.file)
  for (const entry of correctionsOf(story, terms))
    editOf(edits.corrections, monthOf(entry.day)).out.add(story.file)
  if (story.aliases.length > 0) editOf(edits.moved, monthOf(story.day)).out.add(story.file)
  if (hasPictures(story)) editOf(edits.pictured, monthOf(story.day)).out.add(story.file)
}

const putIn = (edits: ListEdits, raw: Story, terms: Terms): void => {
  const state = stateAt(raw, terms.now)
  if (state !== 'live') edits.hidden.in.push(raw.file)
  const story = asOf(raw, terms.now)
  for (const event of eventsOf(story, state))
    editOf(edits.events, dayOf(event.date, terms.timezone)).in.push(event)
  for (const entry of withdrawalsOf(story, state, terms))
    editOf(edits.withdrawn, monthOf(entry.day)).in.push(entry)
  if (!isShown(state, terms.audience)) return
  const { file, date, day, url, urgency, aliases } = story
  const entry: Entry = { file, date, day, modified: modifiedAt(story), url, urgency }
  for (const listing of listingsOf(story))
    editOf(edits.entries, `${nameOfListing(listing)} ${monthOf(story.day)}`).in.push(entry)
  for (const correction of correctionsOf(story, terms))
    editOf(edits.corrections, monthOf(correction.day)).in.push(correction)
  if (aliases.length > 0) editOf(edits.moved, monthOf(day)).in.push({ file, date, day, url, aliases })
  if (hasPictures(story))
    editOf(edits.pictured, monthOf(day)).in.push({ file, date, day, url, pictures: pictureUrls(story) })
}

const hasPictures = ({ image, pictures }: Story): boolean => image !== null || pictures.length > 0

const pictureUrls = ({ image, pictures }: Story): readonly string[] => [
  ...new Set([...(image ? [viewWhole(image)] : []), ...pictures.map(viewInText)].map(({ url }) => url)),
]

const correctionsOf = (story: Story, { timezone }: Terms): readonly CorrectionEntry[] =>
  story.corrections.map(({ date }, index) => ({ file: story.file, date, day: dayOf(date, timezone), index }))

/** `story` as it is known now. Of a withdrawn one nothing else may be told. */
const withdrawalsOf = (story: Story, state: State, { timezone }: Terms): readonly WithdrawnEntry[] => {
  const { file, id, withdrawn } = story
  if (state !== 'withdrawn' || withdrawn === null) return []
  const { date } = withdrawn
  return [{ file, date, day: dayOf(date, timezone), id, listings: listingsOf(story).map(nameOfListing) }]
}

/** What happened to a published story, as it is known now; of a withdrawn one only that. */
export const eventsOf = (story: Story, state: State): readonly EventEntry[] => {
  const { file, updated, corrections, withdrawn, entries } = story
  if (state === 'withdrawn') return withdrawn ? [{ file, date: withdrawn.date, what: 'withdrawn' }] : []
  if (state !== 'live') return []
  const newest = Math.max(updated ?? 0, ...entries.map(({ at }) => at)) as Instant
  const added = releaseOf(story)
  return [
    { file, date: added, what: 'added' },
    ...(newest > added ? [{ file, date: newest, what: 'updated' } as const] : []),
    ...corrections.map(({ date }) => ({ file, date, what: 'corrected' }) as const),
  ]
}

const editEntries = (tables: EditedTables, edits: ReadonlyMap<string, Edit<Entry>>): void => {
  const summaries = new Map<string, Map<string, MonthSummary | null>>()
  for (const [key, edit] of edits) {
    const entries = edited(tables.get('entries', key), edit).sort(newestFirst)
    tables.set('entries', key, entries.length === 0 ? null : entries)
    const [name = '', month = ''] = key.split(' ')
    const months = summaries.get(name) ?? new Map<string, MonthSummary | null>()
    months.set(month, summaryOf(month, entries))
    summaries.set(name, months)
  }
  for (const [name, months] of summaries) editMonths(tables, name, months)
  editFronts(tables, [...summaries.keys()])
}

/** What is listed by month besides stories; events by day. */
type Monthly = {
  readonly corrections: CorrectionEntry
  readonly moved: MovedEntry
  readonly pictured: PicturedEntry
  readonly withdrawn: WithdrawnEntry
  readonly events: EventEntry
}

const editMonthly = <Name extends keyof Monthly>(
  tables: EditedTables,
  name: Name,
  edits: ReadonlyMap<string, Edit<Monthly[Name]>>,
  order: (one: Monthly[Name], other: Monthly[Name]) => number,
  countOf: (entries: readonly Monthly[Name][]) => number = entries => entries.length,
): void => {
  const summaries = new Map<string, MonthSummary | null>()
  for (const [month, edit] of edits) {
    const known = tables.get(name, month) as readonly Monthly[Name][] | undefined
    const entries = edited(known, edit).sort(order)
    tables.set(name, month, entries.length === 0 ? null : (entries as never))
    const summary = summaryOf(
      month,
      entries.map(({ date }) => ({ modified: date })),
    )
    summaries.set(month, summary && { ...summary, count: countOf(entries) })
  }
  if (summaries.size > 0) editMonths(tables, name, summaries)
}

const countAliases = (entries: readonly MovedEntry[]): number =>
  entries.reduce((sum, { aliases }) => sum + aliases.length, 0)

const edited = <Item extends { readonly file: string }>(
  items: readonly Item[] | undefined,
  { out, in: added }: Edit<Item>,
): Item[] => [...(items ?? []).filter(item => !out.has(item.file)), ...added]

const summaryOf = (month: string, entries: readonly Pick<Entry, 'modified'>[]): MonthSummary | null => {
  if (entries.length === 0) return null
  const lastChange = entries.reduce((latest, { modified }) => (modified > latest ? modified : latest), 0)
  return { month, count: entries.length, lastChange: lastChange as Instant }
}

const editMonths = (
  tables: EditedTables,
  name: string,
  edits: ReadonlyMap<string, MonthSummary | null>,
): void => {
  const kept = (tables.get('months', name) ?? []).filter(({ month }) => !edits.has(month))
  const months = [...kept, ...[...edits.values()].filter(summary => summary !== null)]
  months.sort((one, other) => (one.month < other.month ? 1 : -1))
  tables.set('months', name, months.length === 0 ? null : months)
}

const editHidden = (tables: EditedTables, edit: Edit<string>): void => {
  if (edit.out.size === 0 && edit.in.length === 0) return
  const kept = (tables.get('lists', 'hidden') ?? []).filter(file => !edit.out.has(file))
  tables.set('lists', 'hidden', [...kept, ...edit.in].sort())
}

const editDue = (tables: EditedTables, changes: readonly StoryChange[], { now, audience }: Terms): void => {
  const files = new Set(changes.map(({ file }) => file))
  const kept = (tables.get('due', 'due') ?? []).filter(({ file }) => !files.has(file))
  const added = changes.flatMap(({ file, after }) => {
    const at = after === null ? null : nextDue(after, now, audience)
    return at === null ? [] : [{ at, file }]
  })
  const due = [...kept, ...added].sort((one, other) => one.at - other.at || (one.file < other.file ? -1 : 1))
  tables.set('due', 'due', due)
}
