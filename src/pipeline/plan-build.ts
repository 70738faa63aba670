// The way from what changed to a plan: read, validate, archive, plan. Nothing is written.

import type { Content } from '../archive/content.ts'
import { createArchive } from '../archive/create-archive.ts'
import { basisOf } from '../changes/basis.ts'
import { type BuildCall, findChanges } from '../changes/find-changes.ts'
import type { Instant } from '../domain/instant.ts'
import { stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isLayout } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { minifyLayouts } from '../layouts/minify-layouts.ts'
import { styleHashes } from '../layouts/style-hashes.ts'
import { findConflicts } from '../plan/find-conflicts.ts'
import { hostingWarnings } from '../plan/hosting-warnings.ts'
import { neighbourhoodOf } from '../plan/neighbourhood.ts'
import { newsroomFor } from '../plan/newsroom-for.ts'
import { planFrom } from '../plan/plan-from.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { readLayouts } from '../read/read-layouts.ts'
import { keepBundles } from '../search/keep-bundles.ts'
import { type LostIndex, nothingLost } from '../search/known-files.ts'
import { planSearch } from '../search/plan-search.ts'
import { isCompressible, isPrecompressed } from '../store/compressed.ts'
import type { FoundChanges } from '../store/file-change.ts'
import type { LastSite } from '../store/last-site.ts'
import type { Missing } from '../store/missing.ts'
import { rowsOf, storedTables } from '../store/stored-tables.ts'
import { type EditedTables, noTables } from '../store/tables.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { loadContent } from './load-content.ts'

export const planBuild = async (
  call: BuildCall,
  lastSite: LastSite,
  missing: Missing,
  workers: WorkerPool | null,
  lost: LostIndex = nothingLost,
): Promise<Result<PlannedBuild, readonly Problem[]>> => {
  const { root, edition, now } = call
  const { found, fullBuildReason, modulesDigest } = await findChanges(call, lastSite)
  const last = fullBuildReason === null ? lastSite.last : null
  const before = last?.viewpoint ?? null
  const base = fullBuildReason === null ? lastSite.tables : noTables
  const { changes, links } = found
  const { audience } = edition
  const content = await loadContent({ root, base, before, changes, links, now, audience, workers })
  if (!content.ok) return content
  const { tables, viewpoint, stories } = content.value
  const newsroom = newsroomFor(content.value.newsroom, audience)
  // What is published stays known, so that what is no longer made goes.
  if (fullBuildReason !== null)
    await keepPublished(tables, lastSite, call.isAll, isPrecompressed(newsroom, viewpoint))
  keepMarks(tables, found.marks)
  const isRestyled = fullBuildReason !== null || changes.some(({ file }) => isLayout(file))
  const layouts =
    (isRestyled ? null : lastSite.layouts) ??
    (await minifyLayouts(
      readLayouts(root),
      name => base.get('layouts', name),
      (name, layout) => tables.set('layouts', name, layout),
    ))
  if (isRestyled) tables.set('lists', 'styles', styleHashes(layouts))
  const basisDigest = last?.basisDigest ?? basisOf(found.marks, modulesDigest)
  const planned = {
    ...content.value,
    newsroom,
    before,
    layouts,
    found,
    basisDigest,
    modulesDigest,
    fullBuildReason,
  }
  const plan = await planFrom(planned, lastSite, missing)
  const conflicts = findConflicts(plan, await neighbourhoodOf(plan, planned, lastSite.store))
  if (conflicts.length > 0) return failure([...conflicts, ...content.value.warnings])
  const hiddenSince = storiesHiddenSince(content.value, lastSite)
  const search = planSearch({ tables, stories, before, viewpoint, isOn: newsroom.site.search, lost })
  const warnings = [
    ...content.value.warnings,
    ...hostingWarnings(plan, newsroom, createArchive(tables, viewpoint)),
  ]
  const rest = { found, basisDigest, modulesDigest, fullBuildReason, plan, hiddenSince, search }
  return success({ newsroom, tables, viewpoint, warnings, layouts, ...rest })
}

const storiesHiddenSince = (
  { stories, viewpoint }: Content,
  { last, tables }: LastSite,
): readonly string[] => {
  const isLive = (story: Story | null | undefined, at: Instant) =>
    story != null && stateAt(story, at) === 'live'
  return stories
    .filter(({ after }) => after !== null && !isLive(after, viewpoint.now))
    .map(({ file }) => file)
    .filter(file => last !== null && isLive(tables.get('stories', file), last.viewpoint.now))
}

const keepPublished = async (
  tables: EditedTables,
  { store }: LastSite,
  isAll: boolean,
  hasEncodings: boolean,
): Promise<void> => {
  if (store === null) return
  const ofTemplates: string[] = []
  for await (const [key, known] of rowsOf(store, 'outputs')) {
    // A file that is to have compressed forms from now on, or none any more, counts as another one.
    const isOther = isCompressible(known.path) && (known.compressed !== undefined) !== hasEncodings
    const row = isOther ? { ...known, digest: '' } : known
    const { made } = row
    if (made.by === 'template') ofTemplates.push(row.path)
    tables.set(
      'outputs',
      key,
      isAll && made.by === 'page' ? { ...row, made: { ...made, layoutDigest: '' } } : row,
    )
  }
  for await (const [key, file] of rowsOf(store, 'gone')) tables.set('gone', key, file)
  tables.set('lists', 'templates', ofTemplates)
  keepBundles(tables, storedTables(store), isAll)
}

const keepMarks = (tables: EditedTables, marks: FoundChanges['marks']): void => {
  if (marks.size === 0) return
  for (const [folder, row] of marks) tables.set('marks', folder, row)
  const known = (tables.get('lists', 'folders') ?? []).filter(folder => !marks.has(folder))
  const added = [...marks].filter(([, row]) => row !== null).map(([folder]) => folder)
  tables.set('lists', 'folders', [...known, ...added].sort())
}
