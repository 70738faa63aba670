// Single files and folders of the archive, and their marks: those that somebody named, or that git listed.

import { archiveFolders, folderOf, nameOf, pathBelow } from '../domain/site-paths.ts'
import { type Comparison, compareFolder, type FolderFinding } from './compare-folder.ts'
import { compareTree } from './compare-tree.ts'
import type { FindStats } from './find-place.ts'

/** For a path that is a folder, or was one: all below it. */
export const comparePaths = (
  comparison: Comparison,
  find: FindStats,
  paths: readonly string[],
): readonly FolderFinding[] => {
  const trees = new Set(paths.filter(path => isTree(comparison, find, path)))
  const isInTree = (path: string): boolean =>
    path !== '' && (trees.has(folderOf(path)) || isInTree(folderOf(path)))
  // An archive folder itself is no file of the archive.
  const files = paths.filter(path => !isInTree(path) && !archiveFolders.includes(path))
  return [
    ...[...trees].filter(tree => !isInTree(tree)).flatMap(tree => compareTree(comparison, tree, find(tree))),
    ...[...namesByFolder(files)].map(([folder, names]) => {
      const there = [...names].filter(name => find(pathBelow(folder, name)) !== null)
      return compareFolder(comparison, folder, there, [...names])
    }),
  ]
}

const namesByFolder = (paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const folders = new Map<string, Set<string>>()
  for (const path of paths) {
    const names = folders.get(folderOf(path))
    if (names === undefined) folders.set(folderOf(path), new Set([nameOf(path)]))
    else names.add(nameOf(path))
  }
  return folders
}

const isTree = ({ marks }: Comparison, find: FindStats, path: string): boolean => {
  const stats = find(path)
  if (stats?.isDirectory()) return true
  const isKnownFile = Object.hasOwn(marks.get(folderOf(path)) ?? {}, nameOf(path))
  // A file that was one before was no folder.
  if (isKnownFile && stats?.isFile()) return false
  return [...marks.below(path)].length > 0
}
