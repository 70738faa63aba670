// How the published folder differs from what was published: files that somebody else removed, or put back.

import { join } from 'node:path'
import { addresses } from '../domain/site-addresses.ts'
import type { Found } from '../plan/standing.ts'
import { filesOfOutput, uncompressedOf } from '../store/compressed.ts'
import { folderMark, isSameFolder } from '../store/folder-mark.ts'
import type { Folders } from '../store/journal.ts'
import type { LastSite } from '../store/last-site.ts'
import { type Output, outputKey } from '../store/output.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import type { Store } from '../store/store.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles, readBytes } from '../system/files.ts'
import { refuseNoFolder } from './preflight.ts'

/**
 * Looks at every file only when the published folder is not as it was left, or when all of it is asked for. Reads them
 * when it is another folder than the one that was left, such as an older copy. `eleventyFiles`: those that
 * plain Eleventy wrote there; null if it wrote none.
 */
export const findMissing = async (
  { store, last }: LastSite,
  folders: Folders,
  isAll: boolean,
  eleventyFiles: readonly string[] | null,
): Promise<Found> => {
  refuseNoFolder(folders.published)
  const stands = (file: string) => isFile(join(folders.published, file))
  if (store === null || last === null) {
    const returned = [...(eleventyFiles ?? []).filter(stands), ...marksIn(folders.published)]
    return { missing: [], returned, isDoubtful: true }
  }
  const { folder: left, pending } = last
  const now = folderMark(folders.published)
  const isKnown = left !== null && now !== null && isSameFolder(left, now) && !isAll && eleventyFiles === null
  if (isKnown && left.changed === now.changed) return { missing: [], returned: [], isDoubtful: false }
  // What is still to be moved stands in the staging folder.
  const moves = new Set(pending.journal?.moves.filter(file => isFile(join(folders.staging, file))))
  const isThere = (output: Output) =>
    [...filesOfOutput(output)].every(([file, digest]) => {
      const path = join(moves.has(file) ? folders.staging : folders.published, file)
      return isFile(path) && (isKnown || digestOf(readBytes(path)) === digest)
    })
  const missing: Output[] = []
  for await (const [, row] of rowsOf(store, 'outputs')) if (!isThere(row)) missing.push(row)
  const leaving = new Set([...(pending.journal?.removals ?? []), ...(pending.journal?.obstacles ?? [])])
  const mayBeBack = isKnown ? [] : [...(await takenAway(store)), ...(eleventyFiles ?? [])]
  const returned = mayBeBack
    .filter(file => !leaving.has(file) && stands(file))
    .concat(marksIn(folders.published).filter(file => !moves.has(file)))
  return { missing, returned, isDoubtful: true }
}

/** One that no row knows would have a server call a story withdrawn that no longer is. */
const marksIn = (published: string): readonly string[] =>
  listFiles(published, addresses.withdrawn.slice(1, -1))

const takenAway = async (store: Store): Promise<readonly string[]> => {
  const files: string[] = []
  for await (const [, file] of rowsOf(store, 'gone')) files.push(file)
  return files
}

/** For a publish that goes elsewhere: every file that no publish has reported yet is missing there. */
export const findUnreported = (tables: Tables, { added, changed }: OutputChanges): Found => {
  const rowOf = (file: string) => tables.get('outputs', outputKey(file))
  const unreported = [...added, ...changed].flatMap(file => rowOf(file) ?? rowOf(uncompressedOf(file)) ?? [])
  const missing = [...new Map(unreported.map(row => [row.path, row])).values()]
  return { missing, returned: [], isDoubtful: false }
}
