// How a publish changes the search index: the months to index again, and the words that must go at once.
//
// The months whose stories changed are noted in the same write as everything else. When readers may no longer
// see a story, or when it moves, its words leave with its page, by the journal of the publish, and so does
// all that its bundle says of words at once; the bundle leaves the list until it is made again, a moment
// later. The words of other stories stay where they are: their files are named after what they hold, and come
// out the same.

import type { StoryChange } from '../archive/index-stories.ts'
import { monthOf } from '../domain/instant.ts'
import { isShown, stateAt } from '../domain/lifecycle.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { PlannedSearch } from '../plan/planned-build.ts'
import type { LostIndex } from '../plan/standing.ts'
import {
  type Bundle,
  type BundleFiles,
  bundleListFile,
  bundleNames,
  pathInSite,
  printBundles,
  type WordsOfStory,
} from '../store/bundle.ts'
import type { EditedTables, Tables } from '../store/tables.ts'

type SearchPlanning = {
  readonly tables: EditedTables
  readonly stories: readonly StoryChange[]
  /** Of the last publish; null in a full build. */
  readonly before: Viewpoint | null
  readonly viewpoint: Viewpoint
  /** Whether the site is searched. */
  readonly isOn: boolean
  readonly lost: LostIndex
}

/**
 * Notes in the tables the months that are still to be indexed. The words of a story that readers may no longer see go with
 * its page: the rest of its bundle's index goes too, so the bundle cannot be searched until it is made again.
 */
export const planSearch = (planning: SearchPlanning): PlannedSearch => {
  const { tables, viewpoint, isOn, lost } = planning
  if (!isOn) return removeIndex(tables, lost)
  const known = printBundles(tables)
  const isFirst = tables.get('lists', 'bundles') === undefined
  if (isFirst) tables.set('lists', 'bundles', [])
  if (viewpoint.audience.searches) noteMonths(planning)
  for (const name of lost.broken) distrustBundle(tables, name)
  const removals = [...lost.strays, ...bundleNames(tables).flatMap(name => removalsFrom(name, planning))]
  const list = printBundles(tables)
  return { removals, list: isFirst || lost.isListLost || list !== known ? list : null }
}

/** Readers do not get it until it is made again. */
const hideBundle = (tables: EditedTables, name: string): void => {
  const bundle = tables.get('bundles', name)
  if (bundle) tables.set('bundles', name, { ...bundle, sourceDigest: '', tag: null })
}

/** The files in its folder may be older than those that were published. */
const distrustBundle = (tables: EditedTables, name: string): void => {
  const files = Object.entries(filesOf(tables, name)).map(([file, row]) => [file, { ...row, digest: '' }])
  hideBundle(tables, name)
  tables.set('bundleFiles', name, Object.fromEntries(files))
}

const removeIndex = (tables: EditedTables, { strays }: LostIndex): PlannedSearch => {
  if (tables.get('lists', 'bundles') === undefined) return { removals: strays, list: null }
  const removals = bundleNames(tables).flatMap(name => {
    const files = filesOf(tables, name)
    tables.set('bundles', name, null)
    tables.set('bundleFiles', name, null)
    return Object.keys(files).map(file => pathInSite(name, file))
  })
  tables.set('lists', 'bundles', null)
  tables.set('lists', 'unsearched', null)
  return { removals: [...new Set([...removals, ...strays, bundleListFile])], list: null }
}

const noteMonths = ({ tables, stories, before, viewpoint }: SearchPlanning): void => {
  const known = tables.get('lists', 'unsearched') ?? []
  const changed =
    before === null
      ? (tables.get('months', 'site') ?? []).map(({ month }) => month)
      : stories.flatMap(change => [
          ...(isVisible(change.before, before) ? [monthOf(change.before.day)] : []),
          ...(isVisible(change.after, viewpoint) ? [monthOf(change.after.day)] : []),
        ])
  const months = [...new Set([...known, ...changed])].sort()
  if (months.length > known.length) tables.set('lists', 'unsearched', months)
}

const isVisible = (story: Story | null, { now, audience }: Viewpoint): story is Story =>
  story !== null && isShown(stateAt(story, now), audience)

const removalsFrom = (
  name: string,
  { tables, stories, before, viewpoint }: SearchPlanning,
): readonly string[] => {
  const bundle = tables.get('bundles', name)
  if (!bundle) return []
  const isGone = (story: WordsOfStory) => !isStillPublished(story, tables, viewpoint)
  if (before !== null && !changedIn(bundle, stories, before).some(isGone)) return []
  const entries = Object.entries(filesOf(tables, name))
  const hasGone = entries.some(([, { story }]) => story !== undefined && isGone(story))
  if (!hasGone) return []
  // Files with the words of other stories stay, unless it is uncertain whose words they have.
  const stays = ([file, { story }]: [string, BundleFiles[string]]) =>
    bundle.sourceDigest !== '' && (story === undefined ? /\.(?:js|pagefind)$/.test(file) : !isGone(story))
  hideBundle(tables, name)
  tables.set('bundleFiles', name, Object.fromEntries(entries.filter(stays)))
  return entries.filter(entry => !stays(entry)).map(([file]) => pathInSite(name, file))
}

/** The stories of a bundle that changed, as they were. */
const changedIn = (
  { months }: Bundle,
  stories: readonly StoryChange[],
  before: Viewpoint,
): readonly WordsOfStory[] =>
  stories
    .map(change => change.before)
    .filter(story => isVisible(story, before))
    .filter(({ day }) => months.includes(monthOf(day)))

const isStillPublished = ({ file, url }: WordsOfStory, tables: Tables, viewpoint: Viewpoint): boolean => {
  const story = tables.get('stories', file) ?? null
  return isVisible(story, viewpoint) && story.url === url
}

const filesOf = (tables: Tables, name: string): BundleFiles => tables.get('bundleFiles', name) ?? {}

/** Carries the rows of the search index over to a full build. `isAll`: every bundle is to be made again. */
export const keepBundles = (tables: EditedTables, last: Tables, isAll: boolean): void => {
  for (const list of ['bundles', 'unsearched'] as const) {
    const row = last.get('lists', list)
    if (row !== undefined) tables.set('lists', list, row)
  }
  for (const name of bundleNames(last)) {
    const bundle = last.get('bundles', name)
    if (bundle) tables.set('bundles', name, isAll ? { ...bundle, sourceDigest: '' } : bundle)
    tables.set('bundleFiles', name, last.get('bundleFiles', name) ?? {})
  }
}
