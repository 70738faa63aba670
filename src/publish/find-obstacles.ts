// What stands where a file or its folder must go. What we put there ourselves goes first; the rest is the editor's.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { foldersOf } from './folders-of.ts'
import { shownPath } from './shown-path.ts'
import { identityOf, standsAt } from './stands-at.ts'

/**
 * Which of the files to remove must go before the others come. Looks only at the places that are touched.
 * Throws a plain line at what Dateline did not put there: it would stop the moves half way.
 */
export const findObstacles = (
  published: string,
  moves: readonly string[],
  removed: readonly string[],
): ReadonlySet<string> => {
  const ours = identities(published, removed)
  const obstacles = new Set<string>()
  for (const folder of new Set(moves.flatMap(foldersOf))) {
    const there = standsAt(join(published, folder))
    if (there === undefined || there.isDirectory()) continue
    const own = ours.get(identityOf(there))
    if (own === undefined) throw inTheWay(published, folder, 'a file where a folder must be')
    obstacles.add(own)
  }
  for (const file of moves) {
    const there = standsAt(join(published, file))
    if (there === undefined) continue
    if (!there.isDirectory()) {
      const own = ours.get(identityOf(there))
      if (own !== undefined) obstacles.add(own)
      continue
    }
    const inside = ownFilesIn(join(published, file), ours)
    if (inside === null) throw inTheWay(published, file, 'a folder where a file must be')
    for (const own of inside) obstacles.add(own)
  }
  return obstacles
}

/** By what the disk takes for one file, as some disks ignore letter case and others do not. */
const identities = (published: string, files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(file => {
      const there = standsAt(join(published, file))
      return there === undefined ? [] : [[identityOf(there), file] as const]
    }),
  )

/** Null when anything in it is not ours, be it an empty folder. */
const ownFilesIn = (folder: string, ours: ReadonlyMap<string, string>): readonly string[] | null => {
  const found: string[] = []
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const there = standsAt(path)
    const own = there && ours.get(identityOf(there))
    const inside = there?.isDirectory() ? ownFilesIn(path, ours) : own === undefined ? null : [own]
    if (inside === null) return null
    found.push(...inside)
  }
  return found.length === 0 ? null : found
}

const inTheWay = (published: string, place: string, what: string): Error =>
  new Error(`${shownPath(published, place)} is ${what}; remove it and build again`)
