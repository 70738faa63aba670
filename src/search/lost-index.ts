// How the files of the search index differ from those that were published: lost, changed, or strays that no row knows.

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
import type { OutputChanges } from '../store/output-changes.ts'
import type { Tables } from '../store/tables.ts'
import { isFile, listFiles, readBytes, readText } from '../system/files.ts'

/** In doubt only: looks at every name, and reads the files that have no digest in their name. */
export const findLostIndex = ({ isDoubtful }: Found, published: string, tables: Tables): LostIndex => {
  if (!isDoubtful) return nothingLost
  const found = new Set(listFiles(published, searchFolder).filter(isIndexFile))
  const known = new Set([bundleListFile])
  const broken = bundleNames(tables).filter(name => {
    const files = Object.entries(tables.get('bundleFiles', name) ?? {})
    for (const [file] of files) known.add(pathInSite(name, file))
    return !files.every(([file, { digest }]) => isIntact(published, found, pathInSite(name, file), digest))
  })
  const list = join(published, bundleListFile)
  return {
    strays: [...found].filter(file => !known.has(file)),
    broken,
    isListLost: !isFile(list) || readText(list) !== printBundles(tables),
  }
}

/** For a folder of changes: files that went elsewhere and were never reported go there again. */
export const findUnreportedIndex = ({ added, changed }: OutputChanges): LostIndex => {
  const files = [...added, ...changed].filter(isIndexFile)
  const names = files.filter(file => file !== bundleListFile).map(file => file.split('/')[1] ?? '')
  return { strays: [], broken: [...new Set(names)], isListLost: files.includes(bundleListFile) }
}

/** The changes that a build reports itself: those of bundles are reported by the run that makes the index. */
export const withoutBundles = ({ added, changed, removed }: OutputChanges): OutputChanges => {
  const isOther = (file: string) => file === bundleListFile || !isIndexFile(file)
  return { added: added.filter(isOther), changed: changed.filter(isOther), removed }
}

const isIntact = (
  published: string,
  found: ReadonlySet<string>,
  file: string,
  digest: BundleFiles[string]['digest'],
): boolean =>
  found.has(file) && (/\.pf_[a-z]+$/.test(file) || shortDigest(readBytes(join(published, file))) === digest)
