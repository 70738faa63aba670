// Brings bundles to readers and takes them away: what they lead to first, then the list that leads there, then removals.

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
import type { Changes } from '../store/changes.ts'
import { type EditedTables, editTables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles, readBytes, writeFile } from '../system/files.ts'
import type { IndexTarget } from './index-target.ts'
import type { MadeBundle } from './make-bundle.ts'

/** Killed at any point, the next run makes the bundle again and comes to the same end. */
export const putBundle = async (target: IndexTarget, made: MadeBundle): Promise<void> => {
  const { tables, folders } = target
  const { span, version, of, isWhole, files } = made
  const { name, months, stories } = span
  const before = tables.get('bundleFiles', name) ?? {}
  const fresh: Bundle = { months, stories, sourceDigest: '', tag: null, version }
  const begun = editTables(tables)
  begun.set('lists', 'bundles', [...new Set([...bundleNames(tables), name])].sort())
  begun.set('bundles', name, { ...(tables.get('bundles', name) ?? fresh), sourceDigest: '' })
  begun.set('bundleFiles', name, { ...before, ...unsure(files, before) })
  await target.announce(begun.edits)
  const tag = digestOf(readBytes(join(made.folder, entryFile))).slice(0, 8)
  begun.set('bundles', name, { ...fresh, sourceDigest: isWhole ? of : '', tag })
  begun.set('bundleFiles', name, files)
  forgetMonths(begun, months)
  const isThere = (file: string) =>
    before[file] !== undefined && (!target.isHere || isFile(join(folders.published, pathInSite(name, file))))
  const isSame = (file: string) => before[file]?.digest === files[file]?.digest
  const all = Object.keys(files)
  const placesOf = (some: readonly string[]) => some.map(file => pathInSite(name, file))
  const kept = new Set(placesOf(all))
  await show(target, begun, {
    added: placesOf(all.filter(file => !isThere(file))),
    changed: placesOf(all.filter(file => isThere(file) && !isSame(file))),
    removed: leftOver(target, name, before).filter(path => !kept.has(path)),
  })
}

/** As long as nobody knows whether they arrived. */
const unsure = (files: BundleFiles, before: BundleFiles): BundleFiles =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([file, { digest }]) => before[file]?.digest !== digest)
      .map(([file, row]) => [file, { ...row, digest: '' }]),
  )

/** Of a span that there is no more. */
export const dropBundle = async (target: IndexTarget, name: string): Promise<void> => {
  const rows = editTables(target.tables)
  const removed = leftOver(target, name, rows.get('bundleFiles', name) ?? {})
  rows.set(
    'lists',
    'bundles',
    bundleNames(rows).filter(other => other !== name),
  )
  rows.set('bundles', name, null)
  rows.set('bundleFiles', name, null)
  await show(target, rows, { added: [], changed: [], removed })
}

/** Nothing in these months changed since their bundle was made. */
export const forgetMonths = (rows: EditedTables, months: readonly Month[]): void => {
  const rest = (rows.get('lists', 'unsearched') ?? []).filter(month => !months.includes(month))
  rows.set('lists', 'unsearched', rest)
}

/** What was there of a bundle, known or not: a run that was killed may have left more. */
const leftOver = ({ folders, isHere }: IndexTarget, name: string, known: BundleFiles): readonly string[] => {
  const folder = pathInSite(name, '').slice(0, -1)
  const found = isHere ? listFiles(folders.published, folder).filter(isIndexFile) : []
  return [...new Set([...Object.keys(known).map(file => pathInSite(name, file)), ...found])].sort()
}

const show = async (target: IndexTarget, rows: EditedTables, changes: Changes): Promise<void> => {
  const { tables, folders, isHere } = target
  const list = printBundles(rows)
  const isListed =
    list === printBundles(tables) && (!isHere || isFile(join(folders.published, bundleListFile)))
  const all = isListed ? changes : { ...changes, changed: [...changes.changed, bundleListFile] }
  writeFile(join(folders.staging, bundleListFile), list)
  const lost = carryOut(folders, { ...planMoves(folders, all), way: 'moves' })
  if (lost.length > 0)
    throw new Error(`${lost[0]} disappeared from the staging folder; run npm run search again`)
  await target.keep(rows.edits, all)
}
