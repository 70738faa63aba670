// What the last publish leaves to the next one, besides the rows of what it published.

import type { Viewpoint } from '../domain/viewpoint.ts'
import { type Changes, noChanges } from './changes.ts'
import type { FoundChanges } from './file-change.ts'
import type { FolderMark } from './folder-mark.ts'
import type { Journal } from './journal.ts'

export type LastPublish = {
  readonly viewpoint: Viewpoint
  /** Digest of what all pages rest on (see `basisOf`). */
  readonly basisDigest: string
  /** Of Node, as far as they show. */
  readonly versions: string
  /** Digest of what .eleventy.js imports. */
  readonly modulesDigest: string
  readonly commit: FoundChanges['commit']
  readonly pending: PendingWork
  /**
   * The published folder as it was left: when its own entries were changed by somebody else, all of it is looked at.
   * Null while this publish is under way, and when it went elsewhere.
   */
  readonly folder: FolderMark | null
}

/** What the rows say is published, and others do not have yet. Paid by the next publish, whatever runs fail in between. */
export type PendingWork = {
  /** Moves to the published folder; null when all of them are done. */
  readonly journal: Journal | null
  /** What nobody was told of. */
  readonly changes: Changes
}

export const nothingPending: PendingWork = { journal: null, changes: noChanges }
