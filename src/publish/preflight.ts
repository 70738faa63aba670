// Before anything moves: what would stop the moves half way, or lead them out of the published folder, is refused.

import { readdirSync, statfsSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Folders } from '../store/journal.ts'
import { isFile, walk } from '../system/files.ts'
import { diskOf, foldersOf, identityOf, shownPath, statAt } from './disk.ts'

/** Throws a plain line at the first path that leads out of a folder, or could be read so. */
export const refuseOutside = (files: readonly string[]): void => {
  const wrong = files.find(leadsOut)
  if (wrong === undefined) return
  throw new Error(
    `${JSON.stringify(wrong)} is not a path inside the site; use a path without "..", "\\" or empty parts`,
  )
}

const leadsOut = (file: string): boolean =>
  isAbsolute(file) || /[\\\0]/.test(file) || file.split('/').some(part => ['', '.', '..'].includes(part))

/** Throws a plain line when a link stands on the way to one of the files. `published` itself may be one. */
export const refuseLinks = (published: string, files: readonly string[]): void => {
  for (const folder of new Set(files.flatMap(foldersOf))) {
    if (!statAt(join(published, folder))?.isSymbolicLink()) continue
    throw new Error(`${shownPath(published, folder)} is a symbolic link; remove it and build again`)
  }
}

/**
 * Throws a plain line at a link, which may lead anywhere, and at a file that was not staged. Returns whether the staged
 * folder holds the moves and no other file.
 */
export const refuseUnstaged = (staging: string, moves: readonly string[]): boolean => {
  const { files, links } = walk(staging)
  for (const link of links)
    throw new Error(`${link} is a symbolic link; copy its target into the site instead`)
  const staged = new Set(files)
  // A disk may spell a name in other Unicode or letter case than it was given.
  const missing = moves.find(file => !staged.has(file) && !isFile(join(staging, file)))
  if (missing !== undefined)
    throw new Error(`${shownPath(staging, missing)} is missing or not a file; build again`)
  return files.length > 0 && files.length === moves.length
}

/** Throws a plain line where something else stands in place of the published folder. */
export const refuseNoFolder = (published: string): void => {
  const there = statSync(published, { throwIfNoEntry: false })
  if (there?.isDirectory() || statAt(published) === undefined) return
  const obstacle = there === undefined ? 'a symbolic link that leads nowhere' : 'a file, not a folder'
  throw new Error(`${shownPath(published)} is ${obstacle}; remove it and build again`)
}

/**
 * Which of the files to remove must go before the others come. Looks only at the places that are touched.
 * Throws a plain line at what Dateline did not put there: it would stop the moves half way.
 */
export const findObstacles = (
  published: string,
  moves: readonly string[],
  removed: readonly string[],
): ReadonlySet<string> => {
  const ours = identities(published, removed)
  const obstacles = new Set<string>()
  for (const folder of new Set(moves.flatMap(foldersOf))) {
    const there = statAt(join(published, folder))
    if (there === undefined || there.isDirectory()) continue
    const own = ours.get(identityOf(there))
    if (own === undefined) throw inTheWay(published, folder, 'a file, but the site needs a folder there')
    obstacles.add(own)
  }
  for (const file of moves) {
    const there = statAt(join(published, file))
    if (there === undefined) continue
    if (!there.isDirectory()) {
      const own = ours.get(identityOf(there))
      if (own !== undefined) obstacles.add(own)
      continue
    }
    const inside = ownFilesIn(join(published, file), ours)
    if (inside === null) throw inTheWay(published, file, 'a folder, but the site needs a file there')
    for (const own of inside) obstacles.add(own)
  }
  return obstacles
}

/** By identity, as some disks ignore letter case and others do not. */
const identities = (published: string, files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(file => {
      const there = statAt(join(published, file))
      return there === undefined ? [] : [[identityOf(there), file] as const]
    }),
  )

/** Null when anything in it is not ours, be it an empty folder. */
const ownFilesIn = (folder: string, ours: ReadonlyMap<string, string>): readonly string[] | null => {
  const found: string[] = []
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const there = statAt(path)
    const own = there && ours.get(identityOf(there))
    const inside = there?.isDirectory() ? ownFilesIn(path, ours) : own === undefined ? null : [own]
    if (inside === null) return null
    found.push(...inside)
  }
  return found.length === 0 ? null : found
}

const inTheWay = (published: string, place: string, obstacle: string): Error =>
  new Error(`${shownPath(published, place)} is ${obstacle}; remove it and build again`)

/** Throws a plain line when the moves, one after the other, would fill up the published disk. */
export const refuseFullDisk = ({ staging, published }: Folders, moves: readonly string[]): void => {
  if (moves.length === 0) return
  const disk = diskOf(published)
  if (disk.device === diskOf(staging).device) return
  const { bsize, blocks, bavail } = statfsSync(disk.folder)
  // Some network disks do not say.
  if (blocks === 0) return
  const blocksOf = (path: string) => Math.ceil(Number(statAt(path)?.size ?? 0) / bsize)
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
    `not enough space on the disk of ${shownPath(published)}: publishing needs ${inMegabytes(most * bsize)}, ${inMegabytes(bavail * bsize)} are free; free some space and build again`,
  )
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
