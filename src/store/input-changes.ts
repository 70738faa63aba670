// Input files that differ from those of the last publish.

import type { FolderMarks } from './file-mark.ts'

export type InputChange = { readonly file: string; readonly kind: 'added' | 'edited' | 'removed' }

export type InputChanges = {
  /** In the order of their files. */
  readonly changes: readonly InputChange[]
  /**
   * Rows to keep once the publish has succeeded: null for a folder that has no files any more. Those of files that were
   * only touched are among them.
   */
  readonly marks: ReadonlyMap<string, FolderMarks | null>
  /** The commit that is checked out, if the archive folders equal it: from there the next run can ask git. */
  readonly commit: string | null
  /** Symbolic links met below content/. Nobody follows them. */
  readonly links: readonly string[]
  /** Pipes, sockets and devices met there. */
  readonly specials: readonly string[]
  /** Files and folders met there that are no part of the site (see `leftBehindAt`). */
  readonly leftBehind: readonly string[]
}
