// The disk while people work on it: a file that is gone is null, and one that cannot be read is an error in plain words.

import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { folderOf, nameOf } from '../domain/site-paths.ts'
import { isReadable } from '../system/files.ts'

/** Links are followed at the site's root only. */
export const statInput = (root: string, path: string): Stats | null => {
  const stat = path.includes('/') ? lstatSync : statSync
  return unlessGone(path, () => stat(`${root}/${path}`, { throwIfNoEntry: false }) ?? null)
}

/** In the order of the disk. Empty if there is no such folder. */
export const namesIn = (root: string, folder: string): readonly string[] =>
  unlessGone(folder, () => readdirSync(`${root}/${folder}`)) ?? []

/** Of a file that may not be read something else than any file has: it has changed, and whoever reads it finds out why. */
export const readInput = (root: string, file: string): Buffer | null =>
  isReadable(`${root}/${file}`) ? unlessGone(file, () => readFileSync(`${root}/${file}`)) : unreadable

const unreadable = Buffer.from([0xff, 0x00, 0xff])

const unlessGone = <Value>(path: string, read: () => Value): Value | null => {
  try {
    return read()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Somebody may put a folder where a file was, and the other way round.
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) return null
    if (code === 'EACCES' || code === 'EPERM')
      throw new Error(`cannot read ${path}: permission denied; make it readable`)
    throw new Error(`cannot read ${path}: ${(error as Error).message}`)
  }
}

/**
 * By a path that somebody names, spelt exactly so: some disks take "Storm.md" for "storm.md". null when nothing is there,
 * or when a link leads there: links are followed at the site's root only.
 */
export type FindStats = (path: string) => Stats | null

/** Reads each folder on the way once. */
export const createFindStats = (root: string): FindStats => {
  const listings = new Map<string, ReadonlySet<string>>()
  const list = (folder: string): ReadonlySet<string> => {
    const isThere = folder === '' || find(folder)?.isDirectory()
    const names = new Set(isThere ? namesIn(root, folder) : [])
    listings.set(folder, names)
    return names
  }
  const find = (path: string): Stats | null => {
    const folder = folderOf(path)
    const names = listings.get(folder) ?? list(folder)
    return names.has(nameOf(path)) ? statInput(root, path) : null
  }
  return find
}
