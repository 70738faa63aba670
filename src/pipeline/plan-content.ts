// From content to a plan: which pages are made again, which files are copied and which go. Nothing is written.

import type { Content } from '../archive/content.ts'
import { createArchive } from '../archive/create-archive.ts'
import { basisOf } from '../changes/basis.ts'
import { type Instant, monthOf } from '../domain/instant.ts'
import { stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { isLayout, isStory, redirectsFile } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { minifyLayouts } from '../layouts/minify-layouts.ts'
import { styleHashes } from '../layouts/style-hashes.ts'
import { findConflicts } from '../plan/find-conflicts.ts'
import { hostingWarnings } from '../plan/hosting-warnings.ts'
import { neighbourhoodOf } from '../plan/neighbourhood.ts'
import { planFrom } from '../plan/plan-from.ts'
import type { NowhereChange, PlannedBuild } from '../plan/planned-build.ts'
import type { Standing } from '../plan/standing.ts'
import { locateField, locateKey } from '../read/locate-field.ts'
import { readLayouts } from '../read/read-layouts.ts'
import { readSource } from '../read/read-source.ts'
import { keepBundles, planSearch } from '../search/plan-search.ts'
import { isCompressible, isPrecompressed } from '../store/compressed.ts'
import type { LastSite } from '../store/last-site.ts'
import type { Layouts } from '../store/rows.ts'
import { rowsOf, storedTables } from '../store/stored-tables.ts'
import { findSeenChanges } from './find-seen-changes.ts'

export const planContent = async (
  content: Content,
  previous: LastSite,
  standing: Standing,
): Promise<Result<PlannedBuild, readonly Problem[]>> => {
  const { newsroom, tables, viewpoint, before, found, modulesDigest, fullBuildReason } = content
  // What is published stays known, so that what is no longer made goes.
  if (fullBuildReason !== null) await keepPublished(content, previous)
  const layouts = await layoutsOf(content, previous)
  const known = before === null ? null : previous.last
  const basisDigest = known?.basisDigest ?? basisOf(found.marks, modulesDigest)
  const unplanned = { ...content, layouts, basisDigest }
  const plan = await planFrom(unplanned, previous, standing)
  const conflicts = findConflicts(plan, await neighbourhoodOf(plan, unplanned, previous.store))
  if (conflicts.length > 0)
    return failure([...conflicts.map(conflict => atAlias(content.root, conflict)), ...content.warnings])
  const hiddenSince = storiesHiddenSince(content, previous)
  const {
    stories,
    curations: _curations,
    fronts: _fronts,
    redirects: _redirects,
    before: _before,
    ...rest
  } = unplanned
  const isOn = newsroom.site.search
  const search = planSearch({ tables, stories, before, viewpoint, isOn, lost: standing.lostIndex })
  const hosting = hostingWarnings(plan, newsroom, createArchive(tables, viewpoint))
  const warnings = [...content.warnings, ...hosting]
  return success({
    ...{ ...rest, warnings, plan, standing, hiddenSince, search },
    ...{ nowhere: nowhereIn(stories), seen: await findSeenChanges(content, previous) },
  })
}

const nowhereIn = (stories: Content['stories']): readonly NowhereChange[] =>
  stories
    .filter(({ before, after }) => [before, after].some(story => story?.imported?.nowhere.length))
    .map(({ file, before }) => ({ file, month: before && monthOf(before.day) }))

/** An old address that a page or a file has taken stands in the story. */
const atAlias = (root: string, problem: Problem): Problem => {
  const { file } = problem.location
  if (file === redirectsFile) return atRow(root, problem)
  const source = isStory(file) ? readSource(root, file) : null
  if (!source?.ok) return problem
  const isTaken = (alias: unknown) =>
    typeof alias === 'string' && problem.message.includes(` ${aliasUrl(alias)} `)
  return { ...problem, location: locateField(source.value, 'aliases', isTaken) }
}

const atRow = (root: string, problem: Problem): Problem => {
  const source = readSource(root, redirectsFile)
  const [, path] = / (?:redirect|gone|gone-mark) page (\/\S*)/.exec(` ${problem.message}`) ?? []
  if (!source.ok || path === undefined) return problem
  const hint = 'remove the row, or give the other one another address'
  return { ...problem, hint, location: locateKey(source.value, path, 'key') }
}

/** Minified: those of the build before, unless one changed. */
const layoutsOf = async (content: Content, previous: LastSite): Promise<Layouts> => {
  const { root, tables, before, found } = content
  const isRestyled = before === null || found.changes.some(({ file }) => isLayout(file))
  const known = isRestyled ? null : previous.layouts
  const layouts =
    known ??
    (await minifyLayouts(
      readLayouts(root),
      name => (before === null ? undefined : previous.tables.get('layouts', name)),
      (name, layout) => tables.set('layouts', name, layout),
    ))
  if (isRestyled) tables.set('lists', 'styles', styleHashes(layouts))
  return layouts
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
  { tables, isAll, newsroom, viewpoint }: Content,
  { store }: LastSite,
): Promise<void> => {
  if (store === null) return
  const hasEncodings = isPrecompressed(newsroom, viewpoint)
  const ofTemplates: string[] = []
  for await (const [key, known] of rowsOf(store, 'outputs')) {
    // A file that is to have compressed copies from now on, or none any more, counts as another one.
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
