// Input files that differ from those of the last publish.

import type { FolderMarks } from './file-mark.ts'

export type FileChange = { readonly file: string; readonly what: 'added' | 'edited' | 'removed' }

export type FoundChanges = {
  /** In the order of their files. */
  readonly changes: readonly FileChange[]
  /**
   * Rows to keep once the publish has succeeded: null for a folder that has no files any more. Those of files that were
   * only touched are among them.
   */
  readonly marks: ReadonlyMap<string, FolderMarks | null>
  /** The commit that is checked out, if the archive folders equal it: from there the next run can ask git. */
  readonly commit: string | null
  /** Symbolic links met below content/. Nobody follows them. */
  readonly links: readonly string[]
}
