// From the paths that a person or the watcher names to the places of the archive they mean.

import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import {
  archiveFolders,
  contentFolder,
  folderOf,
  isHidden,
  isInArchive,
  isSitePath,
  nameOf,
} from '../domain/site-paths.ts'

import type { Marks } from '../store/file-mark.ts'
import type { FindStats } from './input-disk.ts'

/**
 * `named` are absolute or relative to `root`. Names outside of the archive give nothing, as all that is there is looked
 * at anyway. Throws a plain message for a name that means nothing.
 */
export const namedInputs = (
  root: string,
  marks: Marks,
  find: FindStats,
  named: readonly string[],
): readonly string[] => named.flatMap(name => archivePaths(checked(root, marks, find, name)))

/** Those above the archive folders mean all of these. */
const archivePaths = (path: string): readonly string[] => {
  if (path === '' || path === contentFolder) return archiveFolders
  return isInArchive(path) ? [path] : []
}

const checked = (root: string, marks: Marks, find: FindStats, name: string): string => {
  const path = sitePathOf(root, name) ?? sitePathOf(realpathSync(root), name)
  if (path === null) throw new CalledWrongly(`${name} is outside of the site; name files below ${root}`)
  if (path === '') return path
  if (!isSitePath(path))
    throw new CalledWrongly(
      `${name} is not part of the site; name files below content/, _data/, _includes/ or src/`,
    )
  const stats = find(path)
  const wasFile = Object.hasOwn(marks.get(folderOf(path)) ?? {}, nameOf(path))
  const isKnown = wasFile || [...marks.below(path)].length > 0
  if (stats === null && !isKnown)
    throw new CalledWrongly(`${name} does not exist, and did not at the last publish; check the spelling`)
  if (isHidden(path) && !isKnown && !stats?.isDirectory())
    throw new CalledWrongly(
      `${name} is a hidden or backup file, not part of the site; name the file that it belongs to`,
    )
  return path
}

/** null outside of `root`. */
const sitePathOf = (root: string, name: string): string | null => {
  const path = relative(root, resolve(root, name))
  if (isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)) return null
  return path.replaceAll(sep, '/')
}
