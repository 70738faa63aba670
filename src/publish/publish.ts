// Puts a checked site where readers see it, file by file, so that no page they reach links to one that is not there.

import { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from '../system/digest.ts'
import { isFile, type Tree, walk } from '../system/files.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'

/** Paths relative to the published folder, sorted. */
export type Changes = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

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
}

/** All folders are absolute. What has not changed is not touched. */
export const publish = ({ staging, published, manifestFile }: Folders): Published => {
  const before = readManifest(manifestFile)
  const made = walk(staging)
  const there = walk(published)
  refuseLinks(made, there, before)
  const next = digests(staging, made.files)
  const changes = compare(published, before, next)
  const foreign = there.files.filter(file => !(file in next) && !(file in before))
  // Written first with both: if this run is killed, the next one still knows which files are its own.
  writeManifest(manifestFile, { ...before, ...next })
  const obstacles = inTheWay(changes.removed, next)
  for (const file of obstacles) remove(published, file)
  for (const file of inSafeOrder([...changes.added], changes.changed))
    move(join(staging, file), join(published, file))
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
      .filter(file => !(file in next) && isThere(file))
      .sort(),
  }
}

/** "old.html" that becomes the folder of "old.html/index.html", or the other way round: one must go before the other comes. */
const inTheWay = (removed: readonly string[], next: Manifest): readonly string[] => {
  if (removed.length === 0) return []
  const folders = new Set(Object.keys(next).flatMap(foldersOf))
  return removed.filter(file => folders.has(file) || foldersOf(file).some(folder => folder in next))
}

/** "a/b/c.html" → "a", "a/b" */
const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))

/** Pictures and other files before the pages that show them, new pages before those that link to them, feeds last. */
const inSafeOrder = (added: readonly string[], changed: readonly string[]): readonly string[] => {
  const isFeed = (file: string) => file.endsWith('.xml')
  const isPage = (file: string) => file.endsWith('.html')
  const all = [...added, ...changed]
  return [
    ...all.filter(file => !isPage(file) && !isFeed(file)),
    ...added.filter(isPage),
    ...changed.filter(isPage),
    ...all.filter(isFeed),
  ]
}

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
