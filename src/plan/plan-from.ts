// Gathers from the tables what the planner asks about, so that the planner itself stays a pure function.

import { versionsNow } from '../changes/basis.ts'
import { directoriesOf } from '../domain/listing.ts'
import {
  isBesideStory,
  isInData,
  isLayout,
  isMarkdownPage,
  isStatic,
  isTemplate,
  redirectsFile,
} from '../domain/site-paths.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { createLayoutDigests } from '../layouts/layout-digest.ts'
import { createContext } from '../pages/context-of.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import type { Reason } from '../pages/planned-page.ts'
import type { InputChange } from '../store/input-changes.ts'
import type { LastSite } from '../store/last-site.ts'
import { type Output, urlOfFile } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isPageOutput, type Others, pagesNaming, publishedOutputs, restyledPages } from './look-again.ts'
import type { Plan } from './plan.ts'
import { type CopyPlanning, isCopy } from './plan-copies.ts'
import { planSite } from './plan-site.ts'
import type { UnplannedBuild } from './planned-build.ts'
import type { Standing } from './standing.ts'

export const planFrom = async (
  build: UnplannedBuild,
  lastSite: LastSite,
  standing: Standing,
): Promise<Plan> => {
  const { missing } = standing
  const { newsroom, tables, viewpoint, before, layouts, found, stories, basisDigest } = build
  const { curations, fronts, redirects } = build
  const { site, sections, plainPages } = newsroom
  const facts = [basisDigest, versionsNow, site, sections, plainPages, directoriesOf(newsroom)]
  const layoutDigestOf = createLayoutDigests(layouts, digestOf(JSON.stringify(facts)))
  const contextOf = (of: Tables, at: Viewpoint) => createContext(newsroom, of, at)
  const layoutDigests = new Map(pageKinds.map(({ name, layout }) => [name, layoutDigestOf(layout)]))
  const others = [
    ...(await restyledPages(build, lastSite, layoutDigests)),
    ...missing.filter(isPageOutput).map(page => ({ page, reason: { because: 'missing' } as const })),
  ]
  const copies = [
    ...(await copiesThatMayGo(build, lastSite)),
    ...missing.filter(isCopy).map(copy => ({ copy, reason: { because: 'missing' } as const })),
  ]
  const planWith = (more: Others): Plan =>
    planSite({
      kinds: pageKinds,
      changes: {
        stories,
        curations: curations.flatMap(({ before: old, after }) =>
          [old, after].filter(each => each !== null).map(({ day, file }) => ({ day, file })),
        ),
        fronts,
        redirects,
        others: [...others, ...more],
      },
      before: before && contextOf(lastSite.tables, before),
      after: contextOf(tables, viewpoint),
      layoutDigestOf: ({ layout }) => layoutDigestOf(layout),
      tables,
      viewpoint,
      files: found.changes.filter(isCopied),
      kept: new Set(build.keptBack.map(({ file }) => file).filter(isStatic)),
      copies,
      standing,
      templates: templateReasons(build, lastSite, missing),
    })
  const plan = planWith([])
  const linkers = await pagesNaming(
    plan.removals.map(({ output }) => urlOfFile(output)),
    build,
    lastSite,
  )
  return linkers.length === 0 ? plan : planWith(linkers)
}

const isCopied = ({ file }: InputChange): boolean => isStatic(file) || isBesideStory(file)

/** A full build does not notice what is gone since. */
const copiesThatMayGo = async (
  { fullBuildReason, tables }: UnplannedBuild,
  lastSite: LastSite,
): Promise<CopyPlanning['others']> => {
  const published = fullBuildReason === null ? [] : await publishedOutputs(tables, lastSite)
  return published
    .filter(isCopy)
    .map(copy => ({ copy, reason: { because: 'file', file: copy.made.from } as const }))
}

/** Eleventy does not say what its templates depend on; they are few, so they are made again when anything could be it. */
const templateReasons = (
  { fullBuildReason, found, keptPages }: UnplannedBuild,
  { tables }: LastSite,
  missing: readonly Output[],
): readonly Reason[] => {
  if (fullBuildReason !== null) return [{ because: 'first' }]
  const files = found.changes
    .map(({ file }) => file)
    .filter(file => isLayout(file) || (isInData(file) && file !== redirectsFile) || isTemplate(file))
  // What was wrong with a page may have been what it links to.
  const keptBefore = (tables.get('lists', 'keptBack') ?? []).filter(isMarkdownPage)
  const changed = [...new Set([...files, ...keptBefore, ...keptPages.keys()])].map(
    (file): Reason => ({ because: 'file', file }),
  )
  const isLost = missing.some(({ made }) => made.by === 'template')
  return isLost ? [...changed, { because: 'missing' }] : changed
}
