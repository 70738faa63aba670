// The rows of a publish go to the store at once, or none of them do.

import { versionsNow } from '../changes/basis.ts'
import type { SeenChange } from '../domain/seen-change.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import type { Folders } from '../store/journal.ts'
import type { LastPublish, PendingWork } from '../store/last-publish.ts'
import { type LastSite, removeStore, setCurrentStore } from '../store/last-site.ts'
import { noChanges, type OutputChanges } from '../store/output-changes.ts'
import type { Store } from '../store/store.ts'
import { fillStore, writeEdits } from '../store/stored-tables.ts'
import type { Edits } from '../store/tables.ts'
import { rfc3339 } from '../time/wire-time.ts'

/** What was rendered and checked, and where it waits. */
export type Publishing = {
  readonly build: PlannedBuild
  /** Rows that rendering set, on top of the build's. */
  readonly rendered: Edits
  readonly previous: LastSite
  /** The store that takes the place of the last one, with the build's rows in it; null to go on with the last one. */
  readonly next: Store | null
  /** Of the plan that merged shares were made of; null without any. */
  readonly sharesDigest: string | null
  readonly delivers: boolean
  /** Absolute folders. */
  readonly state: string
  readonly folders: Folders
  readonly changes: OutputChanges
  /** The changes as others read them: with those of earlier publishes that were not reported yet. */
  readonly reported: OutputChanges
  /** What became of stories, and what nobody was told of before. */
  readonly seen: readonly SeenChange[]
  /** Whether the search index comes after: only then is everything reported. */
  readonly isSearchDue: boolean
}

/** RFC 3339. */
export const instantOf = ({ build: { viewpoint } }: Publishing): string =>
  rfc3339(viewpoint.now, viewpoint.timezone)

/** What is left to do when all files are in their places. */
export const workAfter = ({ isSearchDue, reported }: Publishing): PendingWork => ({
  journal: null,
  changes: isSearchDue ? reported : noChanges,
})

export const lastPublishOf = (
  { build, sharesDigest, delivers }: Publishing,
  pending: PendingWork,
  folder: LastPublish['folder'] = null,
): LastPublish => ({
  viewpoint: build.viewpoint,
  basisDigest: build.basisDigest,
  versions: versionsNow,
  modulesDigest: build.modulesDigest,
  commit: build.found.commit,
  pending,
  folder,
  sharesDigest,
  delivers,
})

/** Returns the store that holds them. */
export const commitRows = async (
  { build, rendered, previous, next, state }: Publishing,
  last: LastPublish,
): Promise<Store> => {
  const row: Edits = new Map([['publish', new Map([['last', last]])]])
  if (next === null) {
    if (previous.store === null) throw new Error('there is no store to go on with')
    await writeEdits(previous.store, [build.tables.edits, rendered, row])
    return previous.store
  }
  await fillStore(next, rendered)
  await writeEdits(next, [row])
  setCurrentStore(state, previous.nextFolder)
  await previous.store?.close()
  if (previous.folder !== null) removeStore(previous.folder)
  return next
}
