// One file and its mark: it is read only when its size or its time say that it may differ.

import type { Stats } from 'node:fs'
import type { FileMark } from '../store/file-mark.ts'
import { digestOf } from '../system/digest.ts'
import { readInput } from './input-disk.ts'

/** Some disks know the time of a change to two seconds only: a younger file can change again and look the same. */
const settled = 2000

/** The mark it has now: `old` itself if nothing differs, null if it is gone. `present` in ms. */
export const markFile = (
  root: string,
  file: string,
  stat: Stats,
  old: FileMark | undefined,
  present: number,
): FileMark | null => {
  const { size, mtimeMs } = stat
  if (old !== undefined && old.mtime !== 0 && old.mtime === mtimeMs && old.size === size) return old
  const bytes = readInput(root, file)
  if (bytes === null) return null
  const digest = digestOf(bytes)
  const mtime = present - mtimeMs < settled ? 0 : mtimeMs
  const isSame = old?.digest === digest && old.mtime === mtime && old.size === size
  return isSame ? old : { size, mtime, digest }
}
