// The plan of a publish: what the changes since the last one make of the site.

import { asOf, isShown, stateAt } from '../domain/lifecycle.ts'
import { pageFolder } from '../domain/site-paths.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Reason } from '../pages/planned-page.ts'
import { outputsOfSite } from '../pictures/site-pictures.ts'
import { knownDigest } from '../store/compressed.ts'
import type { InputChange } from '../store/input-changes.ts'
import { outputKey, outputPathOf } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import type { Plan, PlannedRemoval } from './plan.ts'
import { type CopyPlanning, outputsWithin, planCopies } from './plan-copies.ts'
import { type PagePlanning, planPages } from './plan-pages.ts'
import type { Found } from './standing.ts'

export type SitePlanning = Omit<PagePlanning, 'published'> & {
  /** As they are after the changes, but for the outputs, which are those of the last publish. */
  readonly tables: Tables
  readonly viewpoint: Viewpoint
  /** Changed pictures and static files. */
  readonly files: readonly InputChange[]
  /** How the published folder differs from what was published. */
  readonly standing: Pick<Found, 'returned'>
  /** Published copies to look at again. */
  readonly copies: CopyPlanning['others']
  readonly kept?: CopyPlanning['kept']
  /** Why the newsroom's own Eleventy templates are made again, apart from pages that go. */
  readonly templates: readonly Reason[]
}

/** Pure: the same changes on the same site give the same plan. */
export const planSite = (planning: SitePlanning): Plan => {
  const { changes, files, copies: others, kept, tables, viewpoint, templates } = planning
  const published = (output: string) => tables.get('outputs', outputKey(output))
  const { pages, removals: pagesThatGo } = planPages({ ...planning, published })
  const { stories } = changes
  const {
    copies,
    removals: copiesThatGo,
    ahead,
  } = planCopies({
    ...{ stories, files, others, tables, viewpoint, ...(kept && { kept }) },
    sitePictures: outputsOfSite(planning.after.newsroom),
    isSiteNew: planning.before === null,
  })
  const made = new Set([...pages.map(({ output }) => output), ...copies.map(({ to }) => to)].map(outputKey))
  const own = new Set(planning.after.newsroom.plainPages.map(({ url }) => outputKey(outputPathOf(url))))
  const back = planning.standing.returned
    .filter(output => published(output) === undefined && !own.has(outputKey(output)))
    .filter(output => knownDigest(tables, output) === undefined)
    .map((output): PlannedRemoval => ({ output, reasons: [{ because: 'returned' }] }))
  const going = [...back, ...pagesThatGo, ...copiesThatGo, ...withheldPaths(planning, published)]
  const removals = [...new Map(going.map(removal => [removal.output, removal])).values()]
    .filter(({ output }) => !made.has(outputKey(output)))
    .sort((one, other) => (one.output < other.output ? -1 : 1))
  // They may link to a page that goes: their links are checked when they are made.
  const why: readonly Reason[] =
    templates.length === 0 && pagesThatGo.length > 0 ? [{ because: 'link', file: pageFolder }] : templates
  return { pages, copies, ahead, removals, vacated: going.map(({ output }) => output), templates: why }
}

/** Nothing may be left where what is not shown would stand, not even what a lost store has forgotten. */
const withheldPaths = (
  { changes, viewpoint, after: { newsroom } }: SitePlanning,
  published: PagePlanning['published'],
): readonly PlannedRemoval[] =>
  changes.stories.flatMap(({ file, after }) => {
    if (after === null) return []
    const seen = isShown(stateAt(after, viewpoint.now), viewpoint.audience)
      ? asOf(after, viewpoint.now)
      : null
    // Most stories show all that they hold.
    if (seen === after) return []
    const shown = new Set(seen === null ? [] : outputsWithin(seen, newsroom.site))
    return outputsWithin(after, newsroom.site)
      .filter(output => !shown.has(output) && published(output) === undefined)
      .map(output => ({ output, reasons: [{ because: 'withheld', file }] }))
  })
