// What stands at a path that somebody names. Only what is spelt exactly so: some disks take "Storm.md" for "storm.md".

import type { Stats } from 'node:fs'
import { folderOf, nameOf } from '../domain/site-paths.ts'
import { namesIn, statInput } from './input-disk.ts'

/** null when nothing is there, or when a link leads there: links are followed at the site's root only. */
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
