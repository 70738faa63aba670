// Published files that somebody else removed: they are made again.

import { join } from 'node:path'
import type { LastSite } from '../archive/last-site.ts'
import { rowsOf } from '../archive/stored-tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readBytes } from '../system/files.ts'
import { folderMark } from './folder-mark.ts'
import type { Output } from './output.ts'

export type Missing = {
  readonly missing: readonly Output[]
  /** Whether the published folder may hold what nobody knows of. */
  readonly isDoubtful: boolean
}

/** Looks at every file only when the published folder is not as it was left, or when that is in doubt. */
export const findMissing = async (
  { store, last }: LastSite,
  published: string,
  isInDoubt: boolean,
): Promise<Missing> => {
  if (store === null || last === null) return { missing: [], isDoubtful: true }
  // After a publish that went elsewhere, the files that are here may be older ones.
  const left = isInDoubt ? null : last.folder
  const mark = folderMark(published)
  if (left !== null && mark?.inode === left.inode && mark.changed === left.changed)
    return { missing: [], isDoubtful: false }
  const missing: Output[] = []
  const isThere = ({ path, digest }: Output) =>
    isFile(join(published, path)) && (left !== null || digestOf(readBytes(join(published, path))) === digest)
  for await (const [, row] of rowsOf(store, 'outputs')) if (!isThere(row)) missing.push(row)
  return { missing, isDoubtful: true }
}
