// The pipeline: what changed, read, validate, archive, plan, render, check, publish. Nothing is published unless all holds.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { keepAnnouncementQueue, queueAnnouncements } from '../announce/announcement-queue.ts'
import { type Outlook, outlookAt } from '../archive/outlook.ts'
import type { BuildCall } from '../changes/find-changes.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { encodePictures, type PictureProgress } from '../pictures/encode-pictures.ts'
import { pictureJobsOf } from '../plan/picture-jobs.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { compressStaged } from '../publish/compress.ts'
import { readEleventyFiles } from '../publish/eleventy-files.ts'
import { findDifferences } from '../publish/find-differences.ts'
import { findMissing, findUnreported } from '../publish/find-missing.ts'
import { finishLastPublish } from '../publish/finish-last-publish.ts'
import { publishSite } from '../publish/publish-site.ts'
import { type PageProgress, type Rendering, renderPages, settleSite } from '../render/render-plan.ts'
import type { RenderedShard } from '../render/shard.ts'
import { findLost, findUnreportedIndex, withoutBundles } from '../search/known-files.ts'
import { isIndexDue } from '../search/what-lacks.ts'
import { isIndexed, isOfIndex, listFile } from '../store/bundle.ts'
import { type Changes, joinChanges, noChanges } from '../store/changes.ts'
import { isPrecompressed, knownDigest } from '../store/compressed.ts'
import type { Missing } from '../store/missing.ts'
import { type Output, outputKey } from '../store/output.ts'
import type { OpenSite, SiteSession } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { withLastSite } from '../store/with-last-site.ts'
import { exists, listFiles, writeFile } from '../system/files.ts'
import { planBuild } from './plan-build.ts'

export type Built = {
  readonly plan: Plan
  readonly newsroom: Newsroom
  readonly outlook: Outlook
  readonly warnings: readonly Problem[]
  readonly changes: Changes
  /** Files in the published folder that Dateline did not put there, when all of it was looked at: they are left alone. */
  readonly foreign: readonly string[]
  /** Why everything was taken in again; null when only changes were. */
  readonly fullBuildReason: string | null
  /** How many pictures had to be encoded. */
  readonly encoded: number
  /** Whether the search index is behind what is published now. */
  readonly isSearchDue: boolean
}

/** Called with the name of each stage as it begins. */
export type Progress = (stage: string) => void

/** Where the pages of a plan come from: from here, or from shares that were rendered elsewhere. */
export type PageSource = (
  rendering: Rendering,
  build: PlannedBuild,
  progress: PageProgress,
) => Promise<readonly RenderedShard[]>

export const tellPictures =
  (progress: Progress): PictureProgress =>
  (done, all) =>
    progress(`encoding ${all} new pictures, each only once: ${done} done`)

const renderHere: PageSource = (rendering, { plan }, progress) => renderPages(rendering, plan.pages, progress)

/**
 * `call.root` must be the current folder: Eleventy takes its paths from there. `into`: a folder that gets only what
 * changed, instead of the published folder, which need not be there then.
 */
export const build = (
  call: BuildCall,
  progress: Progress,
  into: string | null = null,
  pagesFrom: PageSource = renderHere,
): Promise<Result<Built, readonly Problem[]>> =>
  withLastSite(call.root, call.edition, site => buildOn(site, call, progress, into, pagesFrom))

/** For a process that builds again and again: what it holds saves each build the opening, and the reading of the same rows. */
export const buildAgain = (held: SiteSession, call: BuildCall): Promise<Result<Built, readonly Problem[]>> =>
  held.use(site => buildOn(site, call, () => {}, null, renderHere))

const buildOn = async (
  opened: OpenSite,
  call: BuildCall,
  progress: Progress,
  into: string | null,
  pagesFrom: PageSource,
): Promise<Result<Built, readonly Problem[]>> => {
  const { folders } = opened
  const lastSite = await finishLastPublish(opened.lastSite, folders)
  const site = { ...opened, lastSite }
  const eleventyFiles = readEleventyFiles(site.state)
  const found =
    into === null ? await findMissing(lastSite, folders, call.isAll, eleventyFiles) : findUnreported(lastSite)
  progress('reading stories')
  const isPublished = into === null
  const pending = lastSite.last?.pending.changes ?? noChanges
  const lost = isPublished
    ? findLost(found, folders.published, lastSite.tables)
    : findUnreportedIndex(pending)
  const planned = await planBuild(call, lastSite, found, site.workers, lost)
  if (!planned.ok) return planned
  const { plan, newsroom, viewpoint, warnings, fullBuildReason, layouts } = planned.value

  const pictures = await encodePictures(call.root, pictureJobsOf(plan), tellPictures(progress))
  const count = plan.pages.length
  progress(`rendering ${count} pages`)
  const next = fullBuildReason === null ? null : await site.beginStore(planned.value.tables)
  const rendering = beginRendering(call.root, site, planned.value, found, next)
  const shards = await pagesFrom(rendering, planned.value, done =>
    progress(`rendering ${count} pages: ${done} done`),
  )
  const { tables, problems } = await settleSite(rendering, shards, pictures)
  if (problems.some(isError)) return failure([...problems, ...warnings])
  if (isPrecompressed(newsroom, viewpoint)) {
    progress('compressing')
    const taken = await compressStaged(site.folders.staging, tables, site.workers)
    if (taken.length > 0) return failure([...taken, ...warnings])
  }

  progress('publishing')
  const mayHoldOthers =
    isPublished && exists(folders.published) && (found.isDoubtful || fullBuildReason !== null)
  const { removals, list } = planned.value.search
  if (list !== null) writeFile(join(folders.staging, listFile), list)
  const changes = findDifferences({
    folders,
    isPublished,
    before: lastSite.tables,
    eleventyFiles: eleventyFiles ?? [],
    outputs: (tables.edits.get('outputs') ?? new Map()) as ReadonlyMap<string, Output | null>,
    // Where a page of the newsroom's own or a compressed form comes instead, only their making tells.
    removals: [...plan.removals.map(({ output }) => output), ...removals].filter(
      file => !tables.get('outputs', outputKey(file)) && knownDigest(tables, file) === undefined,
    ),
  })
  for (const file of changes.removed) if (!isOfIndex(file)) tables.set('gone', outputKey(file), file)
  if (next && lastSite.store) await keepAnnouncementQueue(lastSite.store, tables, newsroom.site)
  if (viewpoint.audience.announces) queueAnnouncements(tables, lastSite.tables, newsroom.site, changes)
  const reported = joinChanges(isPublished ? pending : withoutBundles(pending), changes)
  const isSearchDue =
    viewpoint.audience.searches && isIndexDue(tables, isPublished ? folders.published : null)
  const reporting = { changes, reported, isSearchDue }
  await publishSite({ build: planned.value, rendered: tables.edits, next, into, ...reporting, ...site })
  site.keepLayouts(layouts)
  const foreign = mayHoldOthers ? findForeign(folders.published, tables) : []
  const outlook = outlookAt(tables, viewpoint.now)
  const encoded = pictures.count
  const rest = { foreign, fullBuildReason, encoded, isSearchDue }
  return success({ plan, newsroom, outlook, warnings, changes, ...rest })
}

/** The staging folder is emptied: moves that are owed from there must have been made. */
export const beginRendering = (
  root: string,
  { lastSite, staging, workers }: Pick<OpenSite, 'lastSite' | 'staging' | 'workers'>,
  build: PlannedBuild,
  { missing }: Missing,
  next: Store | null,
): Rendering => {
  rmSync(join(root, staging), { recursive: true, force: true })
  const source = next
    ? { store: lastSite.nextFolder, edits: new Map() }
    : { store: lastSite.folder ?? '', edits: build.tables.edits }
  return { root, staging, build, missing: new Set(missing.map(({ path }) => path)), source, workers }
}

const findForeign = (published: string, tables: Tables): readonly string[] =>
  listFiles(published).filter(file => knownDigest(tables, file) === undefined && !isIndexed(file, tables))
