// Publishes bundles and removes them: the files of a bundle first, then the list that leads there, then removals.

import { join } from 'node:path'
import type { Month } from '../domain/instant.ts'
import { carryOut } from '../publish/carry-out.ts'
import { planMoves } from '../publish/plan-moves.ts'
import {
  type Bundle,
  type BundleFiles,
  bundleListFile,
  bundleNames,
  entryFile,
  isIndexFile,
  pathInSite,
  printBundles,
} from '../store/bundle.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import { type EditedTables, editTables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles, readBytes, writeFile } from '../system/files.ts'
import type { IndexTarget } from './index-target.ts'
import type { MadeBundle } from './make-bundle.ts'

/** Killed at any point, the next run makes the bundle again, to the same end. */
export const publishBundle = async (target: IndexTarget, made: MadeBundle): Promise<void> => {
  const { tables, folders } = target
  const { span, version, sourceDigest, isComplete, files } = made
  const { name, months, stories } = span
  const before = tables.get('bundleFiles', name) ?? {}
  const fresh: Bundle = { months, stories, sourceDigest: '', tag: null, version }
  const rows = editTables(tables)
  rows.set('lists', 'bundles', [...new Set([...bundleNames(tables), name])].sort())
  rows.set('bundles', name, { ...(tables.get('bundles', name) ?? fresh), sourceDigest: '' })
  rows.set('bundleFiles', name, { ...before, ...unconfirmed(files, before) })
  await target.prepare(rows.edits)
  const tag = digestOf(readBytes(join(made.folder, entryFile))).slice(0, 8)
  rows.set('bundles', name, { ...fresh, sourceDigest: isComplete ? sourceDigest : '', tag })
  rows.set('bundleFiles', name, files)
  markIndexed(rows, months)
  const isThere = (file: string) =>
    before[file] !== undefined &&
    (!target.hasAllFiles || isFile(join(folders.published, pathInSite(name, file))))
  const isSame = (file: string) => before[file]?.digest === files[file]?.digest
  const all = Object.keys(files)
  const pathsOf = (some: readonly string[]) => some.map(file => pathInSite(name, file))
  const kept = new Set(pathsOf(all))
  await moveFiles(target, rows, {
    added: pathsOf(all.filter(file => !isThere(file))),
    changed: pathsOf(all.filter(file => isThere(file) && !isSame(file))),
    removed: filesOfBundle(target, name, before).filter(path => !kept.has(path)),
  })
}

/** Rows of files of which no run knows whether they arrived. */
const unconfirmed = (files: BundleFiles, before: BundleFiles): BundleFiles =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([file, { digest }]) => before[file]?.digest !== digest)
      .map(([file, row]) => [file, { ...row, digest: '' }]),
  )

/** Of a span that is no more. */
export const dropBundle = async (target: IndexTarget, name: string): Promise<void> => {
  const rows = editTables(target.tables)
  const removed = filesOfBundle(target, name, rows.get('bundleFiles', name) ?? {})
  rows.set(
    'lists',
    'bundles',
    bundleNames(rows).filter(other => other !== name),
  )
  rows.set('bundles', name, null)
  rows.set('bundleFiles', name, null)
  await moveFiles(target, rows, { added: [], changed: [], removed })
}

/** No story of these months has changed since their bundle was made. */
export const markIndexed = (rows: EditedTables, months: readonly Month[]): void => {
  const others = (rows.get('lists', 'unsearched') ?? []).filter(month => !months.includes(month))
  rows.set('lists', 'unsearched', others)
}

/** Every file of a bundle that is there, known or not: a run that was killed may have left some. */
const filesOfBundle = (
  { folders, hasAllFiles }: IndexTarget,
  name: string,
  known: BundleFiles,
): readonly string[] => {
  const folder = pathInSite(name, '').slice(0, -1)
  const found = hasAllFiles ? listFiles(folders.published, folder).filter(isIndexFile) : []
  return [...new Set([...Object.keys(known).map(file => pathInSite(name, file)), ...found])].sort()
}

const moveFiles = async (target: IndexTarget, rows: EditedTables, changes: OutputChanges): Promise<void> => {
  const { tables, folders, hasAllFiles } = target
  const list = printBundles(rows)
  const isListed =
    list === printBundles(tables) && (!hasAllFiles || isFile(join(folders.published, bundleListFile)))
  const all = isListed ? changes : { ...changes, changed: [...changes.changed, bundleListFile] }
  writeFile(join(folders.staging, bundleListFile), list)
  const lost = carryOut(folders, { ...planMoves(folders, all), way: 'moves' })
  if (lost.length > 0)
    throw new Error(`${lost[0]} disappeared from the staging folder; run npm run search again`)
  await target.record(rows.edits, all)
}
