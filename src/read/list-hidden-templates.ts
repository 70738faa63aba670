// What is no part of the site among the newsroom's own templates: Eleventy would make pages of it.

import { join } from 'node:path'
import { archiveFolders, contentFolder, isHidden, leftBehindAt } from '../domain/site-paths.ts'
import { isFile, listEntries, listFiles } from '../system/files.ts'

/** Files, and the topmost of folders, without a slash at their ends. */
export const listHiddenTemplates = (root: string): readonly string[] => {
  const inside = listEntries(root, contentFolder).filter(path => !archiveFolders.includes(path))
  const hidden = inside
    .flatMap(path => (isHidden(path) || isFile(join(root, path)) ? [path] : listFiles(root, path)))
    .flatMap(file => leftBehindAt(file)?.top ?? [])
  return [...new Set(hidden)].map(top => top.replace(/\/$/, ''))
}
