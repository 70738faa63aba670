// A folder with all that is below it, and all that was known there.

import type { Stats } from 'node:fs'
import { archiveFolders, isInArchiveOrGit, siteFiles, siteFolders } from '../domain/site-paths.ts'
import { type Comparison, compareFolder, type FolderFinding } from './compare-folder.ts'
import { namesIn, statInput } from './input-disk.ts'

/** `place` is what stands at `top`. Folders that `isLeftOut` are not looked at, nor what is below them. */
export const compareTree = (
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

/** All that is not in the archive folders. */
export const compareSite = (comparison: Comparison): readonly FolderFinding[] => [
  compareFolder(comparison, '', siteFiles, siteFiles),
  ...siteFolders.flatMap(folder =>
    compareTree(comparison, folder, statInput(comparison.root, folder), isInArchiveOrGit),
  ),
]
