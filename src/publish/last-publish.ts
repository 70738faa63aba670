// What the last publish leaves to the next one, besides the rows of what it published.

import type { FoundChanges } from '../changes/file-change.ts'
import type { Instant } from '../domain/instant.ts'
import type { Audience } from '../domain/lifecycle.ts'
import type { FolderMark } from './folder-mark.ts'
import type { Journal } from './journal.ts'
import type { Changes } from './order-moves.ts'

export type LastPublish = {
  readonly now: Instant
  readonly audience: Audience
  readonly timezone: string
  /** Digest of what all pages rest on (see `basisOf`). */
  readonly basis: string
  /** Of Node, as far as they show. */
  readonly versions: string
  readonly commit: FoundChanges['commit']
  /** Moves that are under way, and what they change; null when all of them are done. */
  readonly underWay: { readonly journal: Journal; readonly changes: Changes } | null
  /**
   * The published folder as it was left: when its own entries were changed by somebody else, all of it is looked at.
   * Null when this publish went elsewhere.
   */
  readonly folder: FolderMark | null
}
