// Which files of the published folder belong to the search index, though they are no outputs of a build; and which should and do not.

import { join } from 'node:path'
import { type Found, type LostIndex, nothingLost } from '../plan/standing.ts'
import {
  type BundleFiles,
  bundleListFile,
  bundleNames,
  isIndexFile,
  pathInSite,
  printBundles,
  searchFolder,
  shortDigest,
} from '../store/bundle.ts'
import type { Changes } from '../store/changes.ts'
import type { Tables } from '../store/tables.ts'
import { isFile, listFiles, readBytes, readText } from '../system/files.ts'

/** Looks at every name, in doubt only. What a name does not tell by a digest in it is read. */
export const findLost = ({ isDoubtful }: Found, published: string, tables: Tables): LostIndex => {
  if (!isDoubtful) return nothingLost
  const found = new Set(listFiles(published, searchFolder).filter(isIndexFile))
  const known = new Set([bundleListFile])
  const broken = bundleNames(tables).filter(name => {
    const files = Object.entries(tables.get('bundleFiles', name) ?? {})
    for (const [file] of files) known.add(pathInSite(name, file))
    return !files.every(([file, { digest }]) => isThere(published, found, pathInSite(name, file), digest))
  })
  const list = join(published, bundleListFile)
  return {
    strays: [...found].filter(file => !known.has(file)),
    broken,
    isListLost: !isFile(list) || readText(list) !== printBundles(tables),
  }
}

/** For a folder of changes: what was put elsewhere and nobody was told of has to be put there again. */
export const findUnreportedIndex = ({ added, changed }: Changes): LostIndex => {
  const files = [...added, ...changed].filter(isIndexFile)
  const names = files.filter(file => file !== bundleListFile).map(file => file.split('/')[1] ?? '')
  return { strays: [], broken: [...new Set(names)], isListLost: files.includes(bundleListFile) }
}

/** What only the run that makes the index can tell of. */
export const withoutBundles = ({ added, changed, removed }: Changes): Changes => {
  const isOther = (file: string) => file === bundleListFile || !isIndexFile(file)
  return { added: added.filter(isOther), changed: changed.filter(isOther), removed }
}

const isThere = (
  published: string,
  found: ReadonlySet<string>,
  file: string,
  digest: BundleFiles[string]['digest'],
): boolean =>
  found.has(file) && (/\.pf_[a-z]+$/.test(file) || shortDigest(readBytes(join(published, file))) === digest)
