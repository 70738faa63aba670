// Puts only what changed into a folder, for a machine that has the last publish's records but not its pages.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
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
    throw new Error(`${shownPath(folder)} is inside the folder of files to publish; choose another folder`)
  beginChangesFolder(folder, now)
  const folders = { staging, published: join(folder, 'site') }
  carryOut(folders, planMoves(folders, changes))
  writeChanges(join(folder, 'changes.json'), changes, now)
}

/** Leaves it with no files and no changes. The same folders are taken and refused. */
export const beginChangesFolder = (folder: string, now: string): void => {
  refuseOwnFolder(process.cwd(), folder)
  const site = join(folder, 'site')
  const list = join(folder, 'changes.json')
  refuseOthers(folder, list)
  // Written first, so that a run that was killed leaves a folder that the next one knows, and nobody uploads.
  writeChanges(list, { added: [], changed: [], removed: [] }, now)
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site)
}

const isInside = (outer: string, path: string): boolean => {
  const way = relative(outer, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

const refuseOthers = (folder: string, list: string): void => {
  if (statAt(folder) === undefined) return
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${shownPath(folder)} is not a folder; choose another path`)
  if (readdirSync(folder).length === 0 || isOurs(list)) return
  throw new Error(
    `${shownPath(folder)} is not empty and was not made by an earlier run; choose a new folder, or empty this one`,
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
