// Puts only what changed into a folder, for a machine that has the last publish's records but not its pages.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import { readText } from '../system/files.ts'
import { carryOut } from './carry-out.ts'
import { shownPath, statAt } from './disk.ts'
import { refuseOwnFolder } from './own-folders.ts'
import { planMoves } from './plan-moves.ts'
import { writeChanges } from './write-changes.ts'

/**
 * Afterwards `<folder>/site/` holds the added and changed files, and nothing else, and `<folder>/changes.json` lists
 * them in the order to upload them, with what is to delete. They stand side by side as a page may be called
 * changes.json too. Until all is done changes.json lists nothing. Both paths are absolute; `staging` is gone at the end.
 * Takes an absent folder, an empty one, or one that it made before, of which only `site/` and `changes.json` are
 * replaced. Throws a plain line at any other, and touches nothing then.
 */
export const fillChangesFolder = (
  { staging, folder }: { readonly staging: string; readonly folder: string },
  changes: OutputChanges,
  now: string,
): void => {
  if (isInside(staging, folder))
    throw new CalledWrongly(
      `${shownPath(folder)} is inside the folder of files to publish; name another, such as --changes-only=out`,
    )
  beginChangesFolder(folder, now)
  const folders = { staging, published: join(folder, 'site') }
  carryOut(folders, planMoves(folders, changes))
  writeChanges(listIn(folder), changes, now)
}

/** Leaves it with no files and no changes. The same folders are taken and refused. */
export const beginChangesFolder = (folder: string, now: string): void => {
  refuseFolder(process.cwd(), folder)
  const site = join(folder, 'site')
  const list = listIn(folder)
  // Written first, so that a run that was killed leaves a folder that the next one knows, and nobody uploads.
  writeChanges(list, { added: [], changed: [], removed: [] }, now)
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site)
}

/** Throws a plain line at a folder that may hold anything but the changes of an earlier run. Both paths are absolute. */
export const refuseFolder = (root: string, folder: string): void => {
  refuseOwnFolder(root, folder)
  refuseOthers(folder, listIn(folder))
}

const listIn = (folder: string): string => join(folder, 'changes.json')

const isInside = (outer: string, path: string): boolean => {
  const way = relative(outer, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

const refuseOthers = (folder: string, list: string): void => {
  if (statAt(folder) === undefined) return
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CalledWrongly(`${shownPath(folder)} is not a folder; name another, such as --changes-only=out`)
  if (readdirSync(folder).length === 0 || isOurs(list)) return
  throw new CalledWrongly(
    `${shownPath(folder)} is not empty and was not made by an earlier run, and all in it would be replaced; empty it, or name a new folder, such as --changes-only=out`,
  )
}

/** Many tools write a changes.json. */
const isOurs = (list: string): boolean => {
  if (!statAt(list)?.isFile()) return false
  try {
    const content = JSON.parse(readText(list) ?? '') as Record<string, unknown> | null
    return (
      typeof content?.now === 'string' &&
      ['added', 'changed', 'removed'].every(name => Array.isArray(content[name]))
    )
  } catch {
    return false
  }
}
