// One folder, without the folders below it, compared with its marks: a file is read only when it looks different or is young.

import type { Stats } from 'node:fs'
import { folderOf, isInContent, leftBehindAt, pathBelow } from '../domain/site-paths.ts'
import type { FileMark, FolderMarks, Marks } from '../store/file-mark.ts'
import type { InputChange } from '../store/input-changes.ts'
import { digestOf } from '../system/digest.ts'
import { readInput, statInput } from './input-disk.ts'

export type Comparison = {
  readonly root: string
  readonly marks: Marks
  /** The time by the disk's clock, in ms: no later than any look at the disk. */
  readonly present: number
}

export type FolderFinding = {
  readonly folder: string
  readonly changes: readonly InputChange[]
  /** null when no files are left, undefined when all marks are as they were. */
  readonly marks: FolderMarks | null | undefined
  /** When the youngest file was changed, or one last came or went, in ms. */
  readonly newest: number
  readonly links: readonly string[]
  /** Pipes, sockets and devices: to read one could take for ever. */
  readonly specials: readonly string[]
  /** Files and folders that are no part of the site; a folder ends with a slash, and nobody looks into it. */
  readonly leftBehind: readonly string[]
  /** The folders met in it. */
  readonly folders: readonly string[]
}

/** Looks at `names`, which may be gone. The marks of `expected` are lost unless they are found among them. */
export const compareFolder = (
  { root, marks, present }: Comparison,
  folder: string,
  names: Iterable<string>,
  expected: readonly string[],
): FolderFinding => {
  const old = marks.get(folder) ?? {}
  const isContent = isInContent(folder)
  const found = new Map<string, FileMark>()
  const changes: InputChange[] = []
  const links: string[] = []
  const specials: string[] = []
  const leftBehind: string[] = []
  const folders: string[] = []
  let newest = changedAt(root, folder)
  let differs = false
  for (const name of names) {
    const path = pathBelow(folder, name)
    const stat = statInput(root, path)
    if (stat === null && isContent) refuseUnreadableName(folder, name)
    if (stat === null) continue
    const left = isContent ? leftBehindAt(stat.isDirectory() ? `${path}/` : path) : null
    if (left !== null) leftBehind.push(left.top)
    else if (stat.isDirectory()) folders.push(path)
    else if (stat.isSymbolicLink() && isContent) links.push(path)
    else if (!stat.isFile() && isContent) specials.push(path)
    if (left !== null || !stat.isFile()) continue
    const before = Object.hasOwn(old, name) ? old[name] : undefined
    const mark = markFile(root, path, stat, before, present)
    if (mark === null) continue
    found.set(name, mark)
    newest = Math.max(newest, stat.mtimeMs, stat.ctimeMs)
    if (mark === before) continue
    differs = true
    if (mark.digest !== before?.digest)
      changes.push({ file: path, kind: before === undefined ? 'added' : 'edited' })
  }
  const removed = expected.filter(name => Object.hasOwn(old, name) && !found.has(name))
  for (const name of removed) changes.push({ file: pathBelow(folder, name), kind: 'removed' })
  differs ||= removed.length > 0
  return {
    folder,
    changes,
    marks: differs ? rowOf(old, removed, found) : undefined,
    newest,
    links,
    specials,
    leftBehind,
    folders,
  }
}

/** Node shows bytes that are no text as such a mark, and finds no file by that name: it would be left out without a word. */
const refuseUnreadableName = (folder: string, name: string): void => {
  if (name.includes('\ufffd'))
    throw new Error(
      `cannot read “${name}” in ${folder}: the letters of its name are in an old encoding, not in UTF-8; give it another name`,
    )
}

const rowOf = (
  old: FolderMarks,
  removed: readonly string[],
  found: ReadonlyMap<string, FileMark>,
): FolderMarks | null => {
  const row = new Map([...Object.entries(old), ...found])
  for (const name of removed) row.delete(name)
  return row.size === 0 ? null : Object.fromEntries(row)
}

/** When something last came or went there; for a folder that is gone, in the one it was in. */
const changedAt = (root: string, folder: string): number =>
  statInput(root, folder)?.mtimeMs ?? (folder === '' ? 0 : changedAt(root, folderOf(folder)))

/** Some disks know the time of a change to two seconds only: a younger file can change again and look the same. */
const settled = 2000

/** The mark it has now: `old` itself if nothing differs, null if it is gone. `present` in ms. */
const markFile = (
  root: string,
  file: string,
  stat: Stats,
  old: FileMark | undefined,
  present: number,
): FileMark | null => {
  if (old !== undefined && old.mtime !== 0 && looksAs(old, stat)) return old
  const bytes = readInput(root, file)
  if (bytes === null) return null
  const { size, mtimeMs, ctimeMs, ino: inode } = stat
  const isYoung = present - Math.max(mtimeMs, ctimeMs) < settled
  const mark = { size, mtime: isYoung ? 0 : mtimeMs, ctime: ctimeMs, inode, digest: digestOf(bytes) }
  return old !== undefined && isSameMark(old, mark) ? old : mark
}

const looksAs = ({ size, mtime, ctime, inode }: FileMark, stat: Stats): boolean =>
  mtime === stat.mtimeMs && ctime === stat.ctimeMs && inode === stat.ino && size === stat.size

const isSameMark = (one: FileMark, other: FileMark): boolean =>
  one.size === other.size &&
  one.mtime === other.mtime &&
  one.ctime === other.ctime &&
  one.inode === other.inode &&
  one.digest === other.digest
