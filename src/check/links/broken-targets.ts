// Which targets of links are broken, and why.

import type { Viewpoint } from '../../domain/viewpoint.ts'
import type { Tables } from '../../store/tables.ts'
import { createSiteView, type SiteView } from './site-view.ts'

/** Plain data, so that it can go to another thread. */
export type BrokenTargets = {
  /** Output paths without a file → what the newsroom knows of it, if anything. */
  readonly missing: ReadonlyMap<string, string | null>
  /** Of those that nothing is known of: output paths → the addresses that may have been meant. */
  readonly nearest: ReadonlyMap<string, string>
  /** Output paths of pages that lack an id that a link names → the ids that they have. */
  readonly idsOf: ReadonlyMap<string, readonly string[]>
}

/** `targets`: "world/index.html", "about/index.html#team". `tables`: with the outputs as they will be. */
export const findBrokenTargets = (
  targets: Iterable<string>,
  tables: Tables,
  viewpoint: Viewpoint,
): BrokenTargets | null => {
  const { idsAt, whyMissing, nearest: findNearest } = createSiteView(tables, viewpoint)
  const missing = new Map<string, string | null>()
  const nearest = new Map<string, string>()
  const idsOf = new Map<string, readonly string[]>()
  for (const target of targets) {
    const cut = target.indexOf('#')
    const output = cut === -1 ? target : target.slice(0, cut)
    const ids = idsAt(output)
    if (ids === undefined) {
      const why = whyMissing(output)
      const meant = why === null && !missing.has(output) ? findNearest(output) : null
      missing.set(output, why)
      if (meant !== null) nearest.set(output, meant)
    } else if (cut !== -1 && ids !== null && !ids.includes(target.slice(cut + 1))) idsOf.set(output, ids)
  }
  return missing.size + idsOf.size === 0 ? null : { missing, nearest, idsOf }
}

/** The view of a site where every target stands but the broken ones. */
export const viewOfBrokenTargets = (broken: BrokenTargets | null): SiteView => ({
  idsAt: output => (broken?.missing.has(output) ? undefined : (broken?.idsOf.get(output) ?? null)),
  whyMissing: output => broken?.missing.get(output) ?? null,
  nearest: output => broken?.nearest.get(output) ?? null,
})
