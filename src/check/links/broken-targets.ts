// Of all the places that links lead to, those that are not there, and why.

import { addressKey } from '../../domain/address.ts'
import { releaseOf, stateAt } from '../../domain/lifecycle.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { outputKey } from '../../store/output.ts'
import type { Tables } from '../../store/tables.ts'
import { urlOfFile } from '../../store/url-of-file.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { TargetOf, WhyMissing } from './check-links.ts'

/** Plain data, so that it can go to another thread. */
export type Broken = {
  /** Output paths where nothing is → what the newsroom knows of it, if anything. */
  readonly gone: ReadonlyMap<string, string | null>
  /** Output paths with a link to a place that is not on the page → the ids that are. */
  readonly ids: ReadonlyMap<string, readonly string[]>
}

/** `targets`: "world/index.html", "about/index.html#team". `tables`: with the outputs as they will be. */
export const brokenTargets = (
  targets: Iterable<string>,
  tables: Tables,
  viewpoint: Viewpoint,
): Broken | null => {
  const { targetOf, whyMissing } = createSiteView(tables, viewpoint)
  const gone = new Map<string, string | null>()
  const ids = new Map<string, readonly string[]>()
  for (const target of targets) {
    const cut = target.indexOf('#')
    const output = cut === -1 ? target : target.slice(0, cut)
    const there = targetOf(output)
    if (there === undefined) gone.set(output, whyMissing(output))
    else if (cut !== -1 && there !== null && !there.includes(target.slice(cut + 1))) ids.set(output, there)
  }
  return gone.size + ids.size === 0 ? null : { gone, ids }
}

export type SiteView = { readonly targetOf: TargetOf; readonly whyMissing: WhyMissing }

/** Where nothing but the broken targets is in doubt. */
export const viewOfBroken = (broken: Broken | null): SiteView => ({
  targetOf: output => (broken?.gone.has(output) ? undefined : (broken?.ids.get(output) ?? null)),
  whyMissing: output => broken?.gone.get(output) ?? null,
})

export const createSiteView = (tables: Tables, { now, timezone }: Viewpoint): SiteView => ({
  targetOf: output => {
    const row = tables.get('outputs', outputKey(output))
    if (row?.path !== output) return undefined
    return row.made.by === 'copy' ? null : row.made.ids
  },
  // A link to a story that exists but may not be seen yet deserves a better answer than "leads nowhere".
  whyMissing: output => {
    const [file] = tables.get('claims', addressKey(decodeURI(urlOfFile(output)))) ?? []
    const story = file === undefined ? undefined : tables.get('stories', file)
    if (!story) return null
    const state = stateAt(story, now)
    return state === 'held'
      ? `${story.file} is held until ${rfc3339(releaseOf(story), timezone)}`
      : `${story.file} is a ${state}`
  },
})
