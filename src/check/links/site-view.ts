// What the site knows about the targets of links: the ids on a page, and why a page is missing.

import { isDue, isMissing, type KeptBack } from '../../domain/kept-back.ts'
import { isShown, releaseOf, stateAt } from '../../domain/lifecycle.ts'
import { folderOf, isPlainPage, nameOfPage, readStoryFile } from '../../domain/site-paths.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { addressKey } from '../../domain/web-address.ts'
import { outputKey } from '../../store/output.ts'
import type { Tables } from '../../store/tables.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { createFindNearest } from './nearest-address.ts'

export type SiteView = {
  /** The ids of the page at an output path; null for a file that has none, undefined where there is no file. */
  readonly idsAt: (output: string) => readonly string[] | null | undefined
  /** Explains a missing target that the newsroom knows but readers may not see yet. */
  readonly whyMissing: (output: string) => string | null
  /** The address that may have been meant instead of a missing target. */
  readonly nearest: (output: string) => string | null
}

/** `tables`: with the outputs as they will be. */
export const createSiteView = (tables: Tables, viewpoint: Viewpoint): SiteView => {
  const idsAt = (output: string) => {
    const row = tables.get('outputs', outputKey(output))
    if (row?.path !== output) return undefined
    return row.made.by === 'copy' ? null : row.made.ids
  }
  const nearest = createFindNearest(tables, viewpoint, output => idsAt(output) !== undefined)
  return { idsAt, whyMissing: output => whyMissing(output, tables, viewpoint), nearest }
}

/** A link to a story that exists but may not be seen yet deserves a better answer than "no such page". */
const whyMissing = (output: string, tables: Tables, viewpoint: Viewpoint): string | null => {
  const { now, timezone, audience } = viewpoint
  // Its data and the feeds of a live blog stand in the folder of its page.
  const claimed = [output, folderOf(output)].map(path => tables.get('claims', addressKey(`/${path}`)) ?? [])
  const [file] = claimed.flat()
  const story = file === undefined ? undefined : tables.get('stories', file)
  if (!story) return whyKeptBack(output, tables)
  const state = stateAt(story, now)
  // Then the link is wrong, and not the story: it lacks its last slash.
  if (state === 'withdrawn' || isShown(state, audience)) return null
  return state === 'held'
    ? `${story.file} is held until ${rfc3339(releaseOf(story), timezone)}`
    : `${story.file} is a draft`
}

/** Of a file that was never shown, its name alone says where it would stand. */
const whyKeptBack = (output: string, tables: Tables): string | null => {
  const folder = folderOf(output)
  const isOf = ({ file }: KeptBack) => {
    const story = readStoryFile(file)
    return story === null
      ? isPlainPage(file) && folder === nameOfPage(file)
      : folder.endsWith(`/${story.day.replaceAll('-', '/')}/${story.name}`)
  }
  const kept = (tables.get('keptBack', 'all') ?? []).find(each => isMissing(each) && isOf(each))
  if (kept === undefined) return null
  return isDue(kept)
    ? `${kept.file} is kept back until its problems are mended`
    : `${kept.file} is not out yet, and has problems`
}
