// The facts that a publish leaves to the next one, besides the rows of its files.
//
// What a publish took away is remembered as well (table `gone`). So when `_site/` is an older copy, say from
// a cache, or when the last publish was stopped or went elsewhere, every file in it is read, what differs is
// made again, and what is back is removed again. The same holds after plain Eleventy wrote there, maybe for
// another instant: it leaves a note of its files (`publish/eleventy-files.ts`), and those that the build does
// not make are removed. An ordinary publish sees by one look at the folder that there is nothing to look for
// (`publish/find-missing.ts`).

import type { SeenChange } from '../domain/seen-change.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { FolderMark } from './folder-mark.ts'
import type { InputChanges } from './input-changes.ts'
import type { Journal } from './journal.ts'
import { noChanges, type OutputChanges } from './output-changes.ts'

export type LastPublish = {
  readonly viewpoint: Viewpoint
  /** Digest of the basis of all pages (see `basisOf`). */
  readonly basisDigest: string
  /** Of Node, as far as they show. */
  readonly versions: string
  /** Digest of the files that .eleventy.js imports. */
  readonly modulesDigest: string
  readonly commit: InputChanges['commit']
  readonly pending: PendingWork
  /**
   * The published folder as it was left: when its own entries were changed by somebody else, all of it is looked at.
   * Null while this publish is under way, and when it went elsewhere.
   */
  readonly folder: FolderMark | null
  /** Of the plan whose shares were merged into it; null when it was rendered here. */
  readonly sharesDigest: string | null
  /** Whether changes were ever put into a folder: from then on they are noted until they are acknowledged. */
  readonly delivers: boolean
}

/** Work that the rows take for done and that is not. The next publish does it, whatever runs fail in between. */
export type PendingWork = {
  /** Moves to the published folder; null when all of them are done. */
  readonly journal: Journal | null
  /** Changes that no publish has reported yet. */
  readonly changes: OutputChanges
  /** What became of stories by a publish that was stopped, so that nobody was told. */
  readonly seen?: readonly SeenChange[]
}

export const nothingPending: PendingWork = { journal: null, changes: noChanges }
