// Puts what was rendered where readers see it. The store learns of it first, with a journal: a kill loses nothing.

import { join, resolve } from 'node:path'
import { versionsNow } from '../changes/basis.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { type Changes, noChanges } from '../store/changes.ts'
import { folderMark } from '../store/folder-mark.ts'
import type { Folders } from '../store/journal.ts'
import type { LastPublish, PendingWork } from '../store/last-publish.ts'
import { type LastSite, pointTo, removeStore } from '../store/last-site.ts'
import type { Store } from '../store/store.ts'
import { fillStore, writeEdits } from '../store/stored-tables.ts'
import type { Edits } from '../store/tables.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { carryOut } from './carry-out.ts'
import { forgetEleventyFiles } from './eleventy-files.ts'
import { planMoves } from './plan-moves.ts'
import { publishToFolder } from './to-folder.ts'
import { writeChanges } from './write-changes.ts'

export type SitePublishing = {
  readonly build: PlannedBuild
  /** Rows that rendering set, on top of the build's. */
  readonly rendered: Edits
  readonly lastSite: LastSite
  /** The store that takes the place of the last one, with the build's rows in it; null to go on with the last one. */
  readonly next: Store | null
  /** Absolute folders. */
  readonly state: string
  readonly folders: Folders
  readonly changes: Changes
  /** The changes as others are told of them: with those that nobody was told of. */
  readonly reported: Changes
  /** Whether the search index comes after: only then the publish is all told. */
  readonly isSearchDue: boolean
  /** A folder that gets only what changed, instead of the published one. Relative to the current folder, or absolute. */
  readonly into: string | null
}

/** Throws a plain line when the disk refuses. Before anything moved, nothing has happened; after that, the next run finishes. */
export const publishSite = async (publishing: SitePublishing): Promise<void> => {
  const { build, folders, changes, reported, isSearchDue, into } = publishing
  const rest: PendingWork = { journal: null, changes: isSearchDue ? reported : noChanges }
  const now = rfc3339(build.viewpoint.now, build.viewpoint.timezone)
  if (into !== null) {
    const { staging } = folders
    publishToFolder({ staging, folder: resolve(into) }, reported, now)
    await commit(publishing, { ...lastOf(build), pending: rest, folder: null })
    return
  }
  const journal = planMoves(folders, changes)
  const pending = { journal, changes: reported }
  const last: LastPublish = { ...lastOf(build), pending, folder: null }
  const store = await commit(publishing, last)
  carryOut(folders, journal)
  writeChanges(join(publishing.state, 'changes.json'), reported, now)
  const folder = folderMark(folders.published)
  await store.write([['publish!last', { ...last, pending: rest, folder } satisfies LastPublish]])
  forgetEleventyFiles(publishing.state)
}

const lastOf = ({
  viewpoint,
  basisDigest,
  modulesDigest,
  found,
}: PlannedBuild): Omit<LastPublish, 'pending' | 'folder'> => ({
  viewpoint,
  basisDigest,
  versions: versionsNow,
  modulesDigest,
  commit: found.commit,
})

/** The new state at once, or nothing of it. Returns the store that holds it. */
const commit = async (
  { build, rendered, lastSite, next, state }: SitePublishing,
  last: LastPublish,
): Promise<Store> => {
  const row: Edits = new Map([['publish', new Map([['last', last]])]])
  if (next === null) {
    if (lastSite.store === null) throw new Error('there is no store to go on with')
    await writeEdits(lastSite.store, [build.tables.edits, rendered, row])
    return lastSite.store
  }
  await fillStore(next, rendered)
  await writeEdits(next, [row])
  pointTo(state, lastSite.nextFolder)
  await lastSite.store?.close()
  if (lastSite.folder !== null) removeStore(lastSite.folder)
  return next
}
