// Files that come from another disk are copied, so they need room. Renames on one disk need none.

import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Folders } from '../store/journal.ts'
import { diskOf } from './disk-of.ts'
import { shownPath } from './shown-path.ts'
import { standsAt } from './stands-at.ts'

/** Throws a plain line when the moves, one after the other, would fill up the published disk. */
export const refuseFullDisk = ({ staging, published }: Folders, moves: readonly string[]): void => {
  if (moves.length === 0) return
  const disk = diskOf(published)
  if (disk.device === diskOf(staging).device) return
  const { bsize, blocks, bavail } = statfsSync(disk.folder)
  // Some network disks do not tell.
  if (blocks === 0) return
  const blocksOf = (path: string) => Math.ceil(Number(standsAt(path)?.size ?? 0) / bsize)
  let used = 0
  let most = 0
  for (const file of moves) {
    used += blocksOf(join(staging, file))
    most = Math.max(most, used)
    // The old file stays until the new one is whole.
    used -= blocksOf(join(published, file))
  }
  if (most <= bavail) return
  throw new Error(
    `the disk of ${shownPath(published)} has ${inMegabytes(bavail * bsize)} left, publishing needs ${inMegabytes(most * bsize)}; make room there and build again`,
  )
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
