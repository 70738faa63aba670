// Keeps the tables that listings are read from: takes changed stories out as they were, and puts them in as they are.
//
// The cost is that of the months that the changed stories stand in. The same code fills empty tables in a
// full build. Page kinds see the tables only through `create-archive.ts`.
//
// Each story has an instant at which it next changes by itself (`nextDue`). The store keeps these in order,
// so a story that falls due is a change with no file behind it, and `npm run build -- --next` prints the
// first.

import type { Instant } from '../domain/instant.ts'
import { nextDue, stateAt } from '../domain/lifecycle.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { type ListedMove, type ListedStory, newestCorrectionFirst, newestFirst } from '../store/listed.ts'
import type { EditedTables, MonthSummary, TableRows } from '../store/tables.ts'
import { editFronts, editMonthChanges } from './index-fronts.ts'
import { type Monthly, type MonthlyRows, rowsOfStory, type StoryRows } from './rows-of-story.ts'

/** A story as its file said and says; null where there is none. Both are the same when only the clock moved. */
export type StoryChange = {
  readonly file: string
  readonly before: Story | null
  readonly after: Story | null
}

/** `before`: the viewpoint of the index as it stands; null when it is empty. Costs what the changed stories' months hold. */
export const indexListings = (
  tables: EditedTables,
  changes: readonly StoryChange[],
  before: Viewpoint | null,
  after: Viewpoint,
): void => {
  const edits = createListEdits()
  for (const { file, before: old, after: story } of changes) {
    if (old !== null && before !== null) takeOut(edits, file, rowsOfStory(old, before))
    if (story !== null) putIn(edits, rowsOfStory(story, after))
    tables.set('stories', file, story)
  }
  editEntries(tables, edits.entries)
  editMonthly(tables, 'corrections', edits.corrections, newestCorrectionFirst)
  editMonthly(tables, 'blogs', edits.blogs, newestFirst)
  editMonthly(tables, 'moved', edits.moved, newestFirst, countAliases)
  editMonthly(tables, 'pictured', edits.pictured, newestFirst)
  editMonthly(tables, 'withdrawn', edits.withdrawn, newestFirst)
  editMonthly(tables, 'events', edits.events, newestFirst)
  editHidden(tables, changes, after)
  editDue(tables, changes, after)
}

type Edit<Item> = { readonly out: Set<string>; readonly in: Item[] }

/** By the key of the row. */
type ListEdits = { readonly [Name in keyof MonthlyRows]: Map<string, Edit<MonthlyRows[Name]>> }

const createListEdits = (): ListEdits => ({
  entries: new Map(),
  corrections: new Map(),
  blogs: new Map(),
  moved: new Map(),
  pictured: new Map(),
  withdrawn: new Map(),
  events: new Map(),
})

const names = Object.keys(createListEdits()) as readonly (keyof MonthlyRows)[]

const editOf = <Item>(edits: Map<string, Edit<Item>>, key: string): Edit<Item> => {
  const known = edits.get(key)
  if (known) return known
  const edit: Edit<Item> = { out: new Set(), in: [] }
  edits.set(key, edit)
  return edit
}

const takeOut = (edits: ListEdits, file: string, rows: StoryRows): void => {
  for (const name of names)
    for (const [key] of rows[name]) editOf<MonthlyRows[keyof MonthlyRows]>(edits[name], key).out.add(file)
}

const putIn = (edits: ListEdits, rows: StoryRows): void => {
  for (const name of names)
    for (const [key, item] of rows[name])
      editOf<MonthlyRows[keyof MonthlyRows]>(edits[name], key).in.push(item)
}

const editEntries = (tables: EditedTables, edits: ReadonlyMap<string, Edit<ListedStory>>): void => {
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
  editMonthChanges(tables, summaries)
  editFronts(tables, [...summaries.keys()])
}

/** For a table of months: rows out, rows in, and the months that have some. */
export const editMonthly = <Name extends keyof Monthly | 'nowhere'>(
  tables: EditedTables,
  name: Name,
  edits: ReadonlyMap<string, Edit<TableRows[Name][number]>>,
  order: (one: TableRows[Name][number], other: TableRows[Name][number]) => number,
  countOf: (entries: readonly TableRows[Name][number][]) => number = entries => entries.length,
): void => {
  const summaries = new Map<string, MonthSummary | null>()
  for (const [month, edit] of edits) {
    const known = tables.get(name, month) as readonly TableRows[Name][number][] | undefined
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

const countAliases = (entries: readonly ListedMove[]): number =>
  entries.reduce((sum, { aliases }) => sum + aliases.length, 0)

const edited = <Item extends { readonly file: string }>(
  items: readonly Item[] | undefined,
  { out, in: added }: Edit<Item>,
): Item[] => [...(items ?? []).filter(item => !out.has(item.file)), ...added]

const summaryOf = (month: string, entries: readonly Pick<ListedStory, 'modified'>[]): MonthSummary | null => {
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

const editHidden = (tables: EditedTables, changes: readonly StoryChange[], { now }: Viewpoint): void => {
  if (changes.length === 0) return
  const files = new Set(changes.map(({ file }) => file))
  const kept = (tables.get('lists', 'hidden') ?? []).filter(file => !files.has(file))
  const added = changes.flatMap(({ file, after }) =>
    after !== null && stateAt(after, now) !== 'live' ? [file] : [],
  )
  tables.set('lists', 'hidden', [...kept, ...added].sort())
}

const editDue = (
  tables: EditedTables,
  changes: readonly StoryChange[],
  { now, audience }: Viewpoint,
): void => {
  const files = new Set(changes.map(({ file }) => file))
  const kept = (tables.get('due', 'due') ?? []).filter(({ file }) => !files.has(file))
  const added = changes.flatMap(({ file, after }) => {
    const at = after === null ? null : nextDue(after, now, audience)
    return at === null ? [] : [{ at, file }]
  })
  const due = [...kept, ...added].sort((one, other) => one.at - other.at || (one.file < other.file ? -1 : 1))
  tables.set('due', 'due', due)
}
