// A mark of the published folder: shows the next publish whether somebody else has changed it.

import { statSync } from 'node:fs'

export type FolderMark = {
  readonly inode: number
  /** In ms. The number of a folder that is gone may come again. */
  readonly born: number
  /** In ms: when something last came to the folder or went. What changed further down does not show. */
  readonly changed: number
}

/** Null when there is none. */
export const folderMark = (folder: string): FolderMark | null => {
  const there = statSync(folder, { throwIfNoEntry: false })
  return there ? { inode: there.ino, born: there.birthtimeMs, changed: there.mtimeMs } : null
}

/** The same folder, though files may have come or gone since. */
export const isSameFolder = (one: FolderMark, other: FolderMark): boolean =>
  one.inode === other.inode && one.born === other.born
