// The way from what changed to a plan: read, validate, archive, plan. Nothing is written.

import { createArchive } from '../archive/create-archive.ts'
import type { Stock } from '../archive/stock.ts'
import { basisOf } from '../changes/basis.ts'
import { type BuildCall, findSince } from '../changes/find-since.ts'
import type { Instant } from '../domain/instant.ts'
import { stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { Story } from '../domain/story.ts'
import type { Terms } from '../domain/viewpoint.ts'
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
import type { Crew } from '../system/crew.ts'
import { takeStock } from './take-stock.ts'

export const planBuild = async (
  call: BuildCall,
  lastSite: LastSite,
  missing: Missing,
  crew: Crew | null,
  lost: LostIndex = nothingLost,
): Promise<Result<PlannedBuild, readonly Problem[]>> => {
  const { root, edition, now } = call
  const { found, whole, modules } = await findSince(call, lastSite)
  const last = whole === null ? lastSite.last : null
  const before: Terms | null = last && { now: last.now, audience: last.audience, timezone: last.timezone }
  const base = whole === null ? lastSite.tables : noTables
  const { changes, links } = found
  const { audience } = edition
  const stock = await takeStock({ root, base, before, changes, links, now, audience, crew })
  if (!stock.ok) return stock
  const { tables, terms, stories } = stock.value
  const newsroom = newsroomFor(stock.value.newsroom, audience)
  // What is published stays known, so that what is no longer made goes.
  if (whole !== null) await keepPublished(tables, lastSite, call.isAll, isPrecompressed(newsroom, terms))
  keepMarks(tables, found.marks)
  const isRestyled = whole !== null || changes.some(({ file }) => file.startsWith('_includes/'))
  const layouts =
    (isRestyled ? null : lastSite.layouts) ??
    (await minifyLayouts(
      readLayouts(root),
      name => base.get('layouts', name),
      (name, layout) => tables.set('layouts', name, layout),
    ))
  if (isRestyled) tables.set('lists', 'styles', styleHashes(layouts))
  const basis = last?.basis ?? basisOf(found.marks, modules)
  const planned = { ...stock.value, newsroom, before, layouts, found, basis, modules, whole }
  const plan = await planFrom(planned, lastSite, missing)
  const conflicts = findConflicts(plan, await neighbourhoodOf(plan, planned, lastSite.store))
  if (conflicts.length > 0) return failure([...conflicts, ...stock.value.warnings])
  const hiddenSince = storiesHiddenSince(stock.value, lastSite)
  const search = planSearch({ tables, stories, before, terms, isOn: newsroom.site.search, lost })
  const warnings = [...stock.value.warnings, ...hostingWarnings(plan, newsroom, createArchive(tables, terms))]
  const rest = { found, basis, modules, whole, plan, hiddenSince, search }
  return success({ newsroom, tables, terms, warnings, layouts, ...rest })
}

const storiesHiddenSince = ({ stories, terms }: Stock, { last, tables }: LastSite): readonly string[] => {
  const isLive = (story: Story | null | undefined, at: Instant) =>
    story != null && stateAt(story, at) === 'live'
  return stories
    .filter(({ after }) => after !== null && !isLive(after, terms.now))
    .map(({ file }) => file)
    .filter(file => last !== null && isLive(tables.get('stories', file), last.now))
}

const keepPublished = async (
  tables: EditedTables,
  { store }: LastSite,
  isAll: boolean,
  hasForms: boolean,
): Promise<void> => {
  if (store === null) return
  const ofTemplates: string[] = []
  for await (const [place, known] of rowsOf(store, 'outputs')) {
    // A file that is to have compressed forms from now on, or none any more, counts as another one.
    const isOther = isCompressible(known.path) && (known.compressed !== undefined) !== hasForms
    const row = isOther ? { ...known, digest: '' } : known
    const { made } = row
    if (made.by === 'template') ofTemplates.push(row.path)
    tables.set('outputs', place, isAll && made.by === 'page' ? { ...row, made: { ...made, look: '' } } : row)
  }
  for await (const [place, file] of rowsOf(store, 'gone')) tables.set('gone', place, file)
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
