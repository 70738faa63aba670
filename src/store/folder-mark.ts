// By which a publish tells that nobody else was at the published folder since the last one.

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

/** Whatever came to it or went since. */
export const isSameFolder = (one: FolderMark, other: FolderMark): boolean =>
  one.inode === other.inode && one.born === other.born
