// Folders with all that is below them, compared with their marks: the archive, the other inputs, or paths that are named.

import type { Stats } from 'node:fs'
import {
  archiveFolders,
  folderOf,
  isInArchiveOrGit,
  nameOf,
  pathBelow,
  siteFiles,
  siteFolders,
} from '../domain/site-paths.ts'
import { type Comparison, compareFolder, type FolderFinding } from './compare-folder.ts'
import { type FindStats, namesIn, statInput } from './input-disk.ts'

/** `stats` are those of `top`. Folders that `isLeftOut` are not looked at, nor what is below them. */
const compareTree = (
  comparison: Comparison,
  top: string,
  stats: Stats | null,
  isLeftOut: (folder: string) => boolean = () => false,
): readonly FolderFinding[] => {
  const { root, marks } = comparison
  const findings: FolderFinding[] = []
  const visited = new Set<string>()
  const visit = (folder: string, names: readonly string[]) => {
    visited.add(folder)
    const finding = compareFolder(comparison, folder, names, Object.keys(marks.get(folder) ?? {}))
    findings.push(finding)
    for (const inside of finding.folders) if (!isLeftOut(inside)) visit(inside, namesIn(root, inside))
  }
  if (stats?.isDirectory()) visit(top, namesIn(root, top))
  for (const folder of marks.below(top)) if (!visited.has(folder) && !isLeftOut(folder)) visit(folder, [])
  return findings
}

export const compareArchive = (comparison: Comparison): readonly FolderFinding[] =>
  archiveFolders.flatMap(folder => compareTree(comparison, folder, statInput(comparison.root, folder)))

/** All inputs outside of the archive folders. */
export const compareSite = (comparison: Comparison): readonly FolderFinding[] => [
  compareFolder(comparison, '', siteFiles, siteFiles),
  ...siteFolders.flatMap(folder =>
    compareTree(comparison, folder, statInput(comparison.root, folder), isInArchiveOrGit),
  ),
]

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
