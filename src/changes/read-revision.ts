// The files of a commit: which there were, which of them are others by now, and the texts of some.

import { join } from 'node:path'
import {
  archiveFolders,
  contentFolder,
  dataFolder,
  frontFile,
  nameOf,
  pageFolder,
  pathBelow,
} from '../domain/site-paths.ts'
import { textOfBytes } from '../system/files.ts'
import { entriesOf } from './git-archive.ts'
import { runGit, startGit } from './run-git.ts'

export type Revision = {
  readonly commit: string
  /** By file of the archive, of content/pages/ and of the site's front, or of _data/ where that is in the same repository: git's name for its bytes. */
  readonly blobs: ReadonlyMap<string, string>
  /** Those of them that are others on the disk, or gone. */
  readonly differing: ReadonlySet<string>
}

/** `commit` is a digest. Null when git cannot say. */
export const readRevision = async (root: string, commit: string): Promise<Revision | null> => {
  const folder = join(root, contentFolder)
  const prefix = (await runGit(folder, ['rev-parse', '--show-prefix']))?.replace(/\n$/, '')
  if (prefix === undefined || !/^[0-9a-f]+$/.test(commit)) return null
  const tops = [
    ...[...archiveFolders, pageFolder, frontFile].map(each => `${prefix}${nameOf(each)}`),
    ...dataIn(prefix),
  ]
  const [listed, differing] = await Promise.all([
    runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...tops]),
    runGit(folder, [
      ...['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=all'],
      ...['--diff-filter=a', commit, '--', ...tops.map(top => `:(top,literal)${top}`)],
    ]),
  ])
  if (listed === null || differing === null) return null
  const fileOf = (path: string) =>
    path.startsWith(prefix)
      ? pathBelow(contentFolder, path.slice(prefix.length))
      : path.slice(siteIn(prefix).length)
  // Links, and repositories within, are no files.
  const blobs = (entriesOf(listed) ?? []).flatMap((entry): (readonly [string, string])[] => {
    const [, blob, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []
    return blob === undefined || path === undefined ? [] : [[fileOf(path), blob]]
  })
  return { commit, blobs: new Map(blobs), differing: new Set((entriesOf(differing) ?? []).map(fileOf)) }
}

/** From the top of the work tree to the site: "" or with a slash at the end. */
const siteIn = (prefix: string): string => prefix.slice(0, -`${contentFolder}/`.length)

/** Not where content/ is a repository of its own, or a link. */
const dataIn = (prefix: string): readonly string[] =>
  `/${prefix}`.endsWith(`/${contentFolder}/`) ? [`${siteIn(prefix)}${dataFolder}`] : []

/** By file, without those that are not UTF-8. Null when git cannot say, as where it has not fetched some. */
export const textsAt = async (
  root: string,
  { blobs }: Revision,
  files: readonly string[],
): Promise<ReadonlyMap<string, string> | null> => {
  const asked = files.flatMap(file => {
    const blob = blobs.get(file)
    return blob === undefined ? [] : [{ file, blob }]
  })
  if (asked.length === 0) return new Map()
  const lines = asked.map(({ blob }) => `${blob}\n`).join('')
  const { status, output } = await startGit(join(root, contentFolder), ['cat-file', '--batch'], lines)
  if (status !== 0) return null
  const texts = new Map<string, string>()
  let at = 0
  for (const { file } of asked) {
    const end = output.indexOf('\n', at)
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1] ?? -1)
    at = end + 1
    if (size < 0) return null
    const text = textOfBytes(output.subarray(at, at + size))
    if (text !== null) texts.set(file, text)
    at += size + 1
  }
  return texts
}
