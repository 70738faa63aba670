// By which a publish tells that nobody else was at the published folder since the last one.

import { statSync } from 'node:fs'

export type FolderMark = { readonly inode: number; readonly changed: number }

/** Null when there is none. What changed further down does not show. */
export const folderMark = (folder: string): FolderMark | null => {
  const there = statSync(folder, { throwIfNoEntry: false })
  return there ? { inode: there.ino, changed: there.mtimeMs } : null
}
