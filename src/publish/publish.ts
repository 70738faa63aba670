// Puts a checked site where readers see it, file by file, so that no page they reach links to one that is not there.

import { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from '../system/digest.ts'
import { exists, isFile, type Tree, walk } from '../system/files.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'
import { type Changes, orderMoves } from './order-moves.ts'

export type Published = {
  readonly changes: Changes
  /** Files in the published folder that Dateline did not put there: they are left alone. */
  readonly foreign: readonly string[]
}

type Folders = {
  /** Holds the whole new site; its files are moved away. */
  readonly staging: string
  readonly published: string
  readonly manifestFile: string
  /** Files that must not be there, whoever put them there: what stories that are not live would have. */
  readonly withheld: readonly string[]
}

/** All folders are absolute. What has not changed is not touched. */
export const publish = ({ staging, published, manifestFile, withheld }: Folders): Published => {
  const before = { ...readManifest(manifestFile), ...Object.fromEntries(withheld.map(file => [file, ''])) }
  const made = walk(staging)
  const there = walk(published)
  refuseLinks(made, there, before)
  const next = digests(staging, made.files)
  const changes = compare(published, before, next)
  const foreign = there.files.filter(file => !Object.hasOwn(next, file) && !Object.hasOwn(before, file))
  const obstacles = inTheWay(changes.removed, next)
  refuseObstacles(published, changes.added, there, obstacles)
  // Written first with both: if this run is killed, the next one still knows which files are its own.
  writeManifest(manifestFile, { ...before, ...next })
  for (const file of obstacles) remove(published, file)
  for (const file of orderMoves(changes)) move(join(staging, file), join(published, file))
  for (const file of changes.removed) if (!obstacles.includes(file)) remove(published, file)
  writeManifest(manifestFile, next)
  rmSync(staging, { recursive: true, force: true })
  return { changes, foreign }
}

/** What a link leads to is not ours: moving it here, or writing through it, could empty or fill any folder of the disk. */
const refuseLinks = (made: Tree, there: Tree, before: Manifest): void => {
  for (const link of made.links) throw new Error(`${link} is a link; copy into the site what it leads to`)
  for (const link of there.links) {
    const isOnTheWay = [...made.files, ...Object.keys(before)].some(file => file.startsWith(`${link}/`))
    if (isOnTheWay) throw new Error(`_site/${link} is a link to somewhere else; remove it and build again`)
  }
}

const digests = (folder: string, files: readonly string[]): Manifest =>
  Object.fromEntries(files.map(file => [file, digestOf(readFileSync(join(folder, file)))]))

const compare = (published: string, before: Manifest, next: Manifest): Changes => {
  const files = Object.keys(next).sort()
  const isThere = (file: string) => isFile(join(published, file))
  return {
    added: files.filter(file => !isThere(file)),
    changed: files.filter(
      file => isThere(file) && digestOf(readFileSync(join(published, file))) !== next[file],
    ),
    removed: Object.keys(before)
      .filter(file => !Object.hasOwn(next, file) && isThere(file))
      .sort(),
  }
}

/** "old.html" that becomes the folder of "old.html/index.html", or the other way round: one must go before the other comes. */
const inTheWay = (removed: readonly string[], next: Manifest): readonly string[] => {
  if (removed.length === 0) return []
  const folders = new Set(Object.keys(next).flatMap(foldersOf))
  return removed.filter(
    file => folders.has(file) || foldersOf(file).some(folder => Object.hasOwn(next, folder)),
  )
}

/** Before anything moves: what an editor put where a page must go would stop the run half way. */
const refuseObstacles = (
  published: string,
  added: readonly string[],
  there: Tree,
  obstacles: readonly string[],
): void => {
  const ours = new Set(obstacles)
  const files = new Set(there.files)
  for (const file of added) {
    const parent = foldersOf(file).find(folder => files.has(folder) && !ours.has(folder))
    if (parent !== undefined)
      throw new Error(`_site/${parent} is a file where a folder must be; remove it and build again`)
    if (foldersOf(file).some(folder => files.has(folder)) || !exists(join(published, file))) continue
    const inside = there.files.filter(other => other.startsWith(`${file}/`))
    if (inside.length === 0 || inside.some(other => !ours.has(other)))
      throw new Error(`_site/${file} is a folder where a file must be; remove it and build again`)
  }
}

/** "a/b/c.html" → "a", "a/b" */
const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))

const move = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    // Another disk: beside the old file first, as only a rename is seen all at once.
    copyFileSync(from, `${to}.dateline-new`)
    renameSync(`${to}.dateline-new`, to)
  }
}

/** Removes a file and the folders that it leaves empty. */
const remove = (published: string, file: string): void => {
  rmSync(join(published, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(published, folder))
    } catch {
      return
    }
  }
}
