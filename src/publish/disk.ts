// The disk as a publish sees it: what stands at a path, how messages name it, and how one file comes or goes.

import {
  type BigIntStats,
  copyFileSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { digestOf } from '../system/digest.ts'

/** The folders on the way to a file: "a/b/c.html" → "a", "a/b". */
export const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))

/** A path as messages name it, from the folder where the command runs: "_site/world/index.html"; in full if it lies elsewhere. */
export const shownPath = (folder: string, file = ''): string => {
  const path = join(folder, file)
  const near = relative(process.cwd(), path)
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/')
}

/**
 * What is at a path: a link itself, not its target. Undefined when nothing is, also when a folder on the way is none.
 */
export const statAt = (path: string): BigIntStats | undefined => {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}

/** The same for two paths when the disk takes them for one file, whatever their letter case. */
export const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`

type Disk = {
  readonly device: bigint
  /** The nearest folder that is there. */
  readonly folder: string
}

/** Which disk a path is on, or would be on. Two paths with the same device can change places by a rename. */
export const diskOf = (path: string): Disk => {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false })
  return there === undefined ? diskOf(dirname(path)) : { device: there.dev, folder: path }
}

/**
 * By a rename, so that readers see the old file or the new one, never half of it. Makes the folders on the way.
 * Afterwards the file is gone from where it was. Throws errors of the disk.
 */
export const moveFile = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    moveAcross(from, to)
  }
}

const moveAcross = (from: string, to: string): void => {
  // The same name in every run, so that what a killed run left is written over; a digest, as names may be at their longest.
  const copy = join(dirname(to), `.dateline-new-${digestOf(basename(to))}`)
  try {
    copyFileSync(from, copy)
    renameSync(copy, to)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
  rmSync(from)
}

/**
 * With the folders that it leaves empty. `file` is relative to `published`, which itself stays. A file that is gone
 * already is no error.
 */
export const removeFile = (published: string, file: string): void => {
  const there = statAt(join(published, file))
  // A folder has come in its place: a run that was killed after the moves is being finished.
  if (there !== undefined && !there.isDirectory()) unlinkSync(join(published, file))
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (!isGone(join(published, folder))) return
  }
}

const isGone = (folder: string): boolean => {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    // A killed run may have removed this one and not the one around it.
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}
