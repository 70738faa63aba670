// What the site knows about the targets of links: the ids on a page, and why a page is missing.

import { releaseOf, stateAt } from '../../domain/lifecycle.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { addressKey } from '../../domain/web-address.ts'
import { outputKey } from '../../store/output.ts'
import type { Tables } from '../../store/tables.ts'
import { rfc3339 } from '../../time/wire-time.ts'

export type SiteView = {
  /** The ids of the page at an output path; null for a file that has none, undefined where there is no file. */
  readonly idsAt: (output: string) => readonly string[] | null | undefined
  /** Explains a missing target that the newsroom knows but readers may not see yet. */
  readonly whyMissing: (output: string) => string | null
}

/** `tables`: with the outputs as they will be. */
export const createSiteView = (tables: Tables, { now, timezone }: Viewpoint): SiteView => ({
  idsAt: output => {
    const row = tables.get('outputs', outputKey(output))
    if (row?.path !== output) return undefined
    return row.made.by === 'copy' ? null : row.made.ids
  },
  // A link to a story that exists but may not be seen yet deserves a better answer than "no such page".
  whyMissing: output => {
    const [file] = tables.get('claims', addressKey(`/${output}`)) ?? []
    const story = file === undefined ? undefined : tables.get('stories', file)
    if (!story) return null
    const state = stateAt(story, now)
    return state === 'held'
      ? `${story.file} is held until ${rfc3339(releaseOf(story), timezone)}`
      : `${story.file} is ${state === 'draft' ? 'a draft' : state}`
  },
})
