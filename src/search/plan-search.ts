// What a publish means for the search index: which months it has to be made anew for, and what must go from it at once.

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
  /** The terms of the last publish; null when everything was taken in again. */
  readonly before: Viewpoint | null
  readonly viewpoint: Viewpoint
  /** Whether the site is searched. */
  readonly isOn: boolean
  readonly lost: LostIndex
}

/**
 * Keeps in the tables what is still to be indexed. The words of a story that readers may no longer see leave with its
 * page: what else the bundle knows of them goes too, so it cannot be searched until it is made anew.
 */
export const planSearch = (planning: SearchPlanning): PlannedSearch => {
  const { tables, viewpoint, isOn, lost } = planning
  if (!isOn) return takeAway(tables, lost)
  const known = printBundles(tables)
  const isFirst = tables.get('lists', 'bundles') === undefined
  if (isFirst) tables.set('lists', 'bundles', [])
  if (viewpoint.audience.searches) keepMonths(planning)
  for (const name of lost.broken) doubt(tables, name)
  const removals = [...lost.strays, ...bundleNames(tables).flatMap(name => removalsFrom(name, planning))]
  const list = printBundles(tables)
  return { removals, list: isFirst || lost.isListLost || list !== known ? list : null }
}

/** It cannot be searched until it is made anew. */
const breakUp = (tables: EditedTables, name: string): void => {
  const bundle = tables.get('bundles', name)
  if (bundle) tables.set('bundles', name, { ...bundle, sourceDigest: '', tag: null })
}

/** What stands in its folder may be older than what was put there. */
const doubt = (tables: EditedTables, name: string): void => {
  const files = Object.entries(filesOf(tables, name)).map(([file, row]) => [file, { ...row, digest: '' }])
  breakUp(tables, name)
  tables.set('bundleFiles', name, Object.fromEntries(files))
}

const takeAway = (tables: EditedTables, { strays }: LostIndex): PlannedSearch => {
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

const keepMonths = ({ tables, stories, before, viewpoint }: SearchPlanning): void => {
  const known = tables.get('lists', 'unsearched') ?? []
  const changed =
    before === null
      ? (tables.get('months', 'site') ?? []).map(({ month }) => month)
      : stories.flatMap(change => [
          ...(isSeen(change.before, before) ? [monthOf(change.before.day)] : []),
          ...(isSeen(change.after, viewpoint) ? [monthOf(change.after.day)] : []),
        ])
  const months = [...new Set([...known, ...changed])].sort()
  if (months.length > known.length) tables.set('lists', 'unsearched', months)
}

const isSeen = (story: Story | null, { now, audience }: Viewpoint): story is Story =>
  story !== null && isShown(stateAt(story, now), audience)

const removalsFrom = (
  name: string,
  { tables, stories, before, viewpoint }: SearchPlanning,
): readonly string[] => {
  const bundle = tables.get('bundles', name)
  if (!bundle) return []
  const isGone = (story: WordsOfStory) => !stillStands(story, tables, viewpoint)
  if (before !== null && !changedIn(bundle, stories, before).some(isGone)) return []
  const entries = Object.entries(filesOf(tables, name))
  const hasGone = entries.some(([, { story }]) => story !== undefined && isGone(story))
  if (!hasGone) return []
  // The words of others need not go, unless it is not certain whose they are.
  const stays = ([file, { story }]: [string, BundleFiles[string]]) =>
    bundle.sourceDigest !== '' && (story === undefined ? /\.(?:js|pagefind)$/.test(file) : !isGone(story))
  breakUp(tables, name)
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
    .filter(story => isSeen(story, before))
    .filter(({ day }) => months.includes(monthOf(day)))

const stillStands = ({ file, url }: WordsOfStory, tables: Tables, viewpoint: Viewpoint): boolean => {
  const story = tables.get('stories', file) ?? null
  return isSeen(story, viewpoint) && story.url === url
}

const filesOf = (tables: Tables, name: string): BundleFiles => tables.get('bundleFiles', name) ?? {}
