// From checked files in staging to a published site, and what came of it.

import { join } from 'node:path'
import { keepAnnouncementQueue, queueAnnouncements } from '../announce/announcement-queue.ts'
import { type Outlook, outlookAt } from '../archive/outlook.ts'
import { countNowhere } from '../check/links/count-nowhere.ts'
import type { Report } from '../domain/event.ts'
import type { Instant } from '../domain/instant.ts'
import type { KeptBack } from '../domain/kept-back.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import { joinSeen, type SeenChange } from '../domain/seen-change.ts'
import { keepPastStyles } from '../hosting/printed.ts'
import { checkPrinted } from '../hosting/server-config.ts'
import { createContext } from '../pages/context-of.ts'
import { nextChangeAfter } from '../plan/next-change.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { compressStaged } from '../publish/compress.ts'
import { keepUndelivered, noteUndelivered } from '../publish/undelivered.ts'
import { bundleListFile, isIndexFile } from '../store/bundle.ts'
import { isPrecompressed, knownDigest } from '../store/compressed.ts'
import { type Output, outputKey, outputPathOf } from '../store/output.ts'
import { joinChanges, type OutputChanges } from '../store/output-changes.ts'
import type { OpenSite } from '../store/site-session.ts'
import type { EditedTables } from '../store/tables.ts'
import { writeFile } from '../system/files.ts'
import type { Rendered } from './render.ts'
import type { Target } from './target.ts'

export type Built = {
  readonly plan: Plan
  readonly newsroom: Newsroom
  /** Hashes of the sheets that the content security policy names. */
  readonly styles: readonly string[]
  readonly outlook: Outlook
  /** What readers see become of stories; null where nobody knows what they had. */
  readonly seen: readonly SeenChange[] | null
  /** How many stories are live. */
  readonly live: number
  /** When the next build is due by the clock; null when nothing changes by itself. */
  readonly nextDue: Instant | null
  readonly warnings: readonly Problem[]
  /** Files that stay as they were published last, or unpublished. */
  readonly keptBack: readonly KeptBack[]
  readonly changes: OutputChanges
  /** How many of them were in a folder before that nobody acknowledged. */
  readonly repeated: number
  /** Files in the published folder that Dateline did not put there, when all of it was looked at: they are left alone. */
  readonly foreign: readonly string[]
  /** Why the whole site was built anew; null when only what changed was. */
  readonly fullBuildReason: string | null
  /** What addresses and edits were held against; nothing to say where it is the last publish. */
  readonly heldAgainst?: string | null
  /** How many pictures had to be encoded. */
  readonly encoded: number
  /** Whether the search index is behind what is published now. */
  readonly isSearchDue: boolean
}

/** Throws a plain line when the disk refuses. */
export const publish = async (
  rendered: Rendered,
  target: Target,
  site: OpenSite,
  report: Report,
): Promise<Built> => {
  const { tables, next, encoded, sharesDigest } = rendered
  const { build } = rendered.rendering
  const { plan, newsroom, viewpoint, warnings, fullBuildReason } = build
  const previous = site.lastSite
  if (isPrecompressed(newsroom, viewpoint)) {
    report({ type: 'compressing' })
    await compressStaged(site.folders.staging, tables, site.workers)
  }
  report({ type: 'publishing' })
  if (build.search.list !== null) writeFile(join(site.folders.staging, bundleListFile), build.search.list)
  const changes = changesAt(target, build, tables, previous.tables)
  for (const file of changes.removed) if (!isIndexFile(file)) tables.set('gone', outputKey(file), file)
  if (next && previous.store) await keepAnnouncementQueue(previous.store, tables, newsroom.site)
  keepPastStyles(tables, previous.tables)
  const old = checkPrinted({
    ...{ tables, before: previous.tables, site: newsroom.site, viewpoint },
    isMoved:
      fullBuildReason !== null || build.tables.edits.has('moved') || build.tables.edits.has('redirects'),
  })
  const nowhere = countNowhere({
    ...{ tables, before: fullBuildReason === null ? previous.tables : null },
    ...{ changes: build.nowhere, site: newsroom.site, viewpoint },
  })
  if (viewpoint.audience.announces) queueAnnouncements(tables, previous.tables, newsroom.site, changes)
  const isSearchDue = viewpoint.audience.searches && target.isIndexDue(tables)
  const mayHoldOthers = target.isThere() && (build.standing.isDoubtful || fullBuildReason !== null)
  const { state, folders } = site
  const unreported = target.unreported(previous)
  const reported = joinChanges(unreported, changes)
  const delivers = target.isDelivery || previous.last?.delivers === true
  if (delivers) {
    if (next && previous.store) await keepUndelivered(previous.store, tables)
    noteUndelivered(tables, target.isDelivery ? reported : changes)
  }
  const news = build.seen && joinSeen(previous.last?.pending.seen ?? [], withoutUnseen(build.seen, changes))
  await target.publish({
    ...{ build, rendered: tables.edits, previous, next, sharesDigest, delivers },
    ...{ state, folders, changes, reported, isSearchDue, seen: news ?? [] },
  })
  site.keepLayouts(build.layouts)
  const foreign = mayHoldOthers ? target.foreignFiles(tables) : []
  const outlook = outlookAt(tables, viewpoint.now)
  const nextDue = nextChangeAfter(tables, createContext(newsroom, tables, viewpoint))
  const styles = tables.get('lists', 'styles') ?? []
  const live = (tables.get('months', 'site') ?? []).reduce((sum, { count }) => sum + count, 0)
  const rest = { styles, foreign, fullBuildReason, encoded, isSearchDue, live }
  const delivery = target.isDelivery
    ? { changes: reported, repeated: Object.values(unreported).flat().length }
    : { changes, repeated: 0 }
  return {
    plan,
    newsroom,
    outlook,
    nextDue,
    warnings: [...warnings, ...nowhere, ...old],
    keptBack: build.keptBack,
    seen: news,
    ...delivery,
    ...rest,
  }
}

/** A note for the newsroom, or markup that comes out the same, changes no page. */
const withoutUnseen = (
  seen: readonly SeenChange[],
  { added, changed }: OutputChanges,
): readonly SeenChange[] => {
  const made = new Set([...added, ...changed])
  const isMade = (path: string) => made.has(outputPathOf(path))
  return seen.filter(
    ({ kinds, url }) => kinds.some(each => each !== 'changed') || isMade(url) || isMade(`${url}index.json`),
  )
}

const changesAt = (
  target: Target,
  { plan, search }: PlannedBuild,
  tables: EditedTables,
  before: OpenSite['lastSite']['tables'],
): OutputChanges =>
  target.findDifferences({
    before,
    outputs: (tables.edits.get('outputs') ?? new Map()) as ReadonlyMap<string, Output | null>,
    // Where a page of the newsroom's own or a compressed file comes instead, only making them can say whether they differ.
    removals: [...plan.removals.map(({ output }) => output), ...search.removals].filter(
      file => !tables.get('outputs', outputKey(file)) && knownDigest(tables, file) === undefined,
    ),
  })
