// Does what a journal says. Killed at any point, the same call again finishes it.

import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Folders, Journal } from '../store/journal.ts'
import { describeStop } from './describe-stop.ts'
import { moveFile } from './move-file.ts'
import { refuseLinks } from './refuse-links.ts'
import { refuseOutside } from './refuse-outside.ts'
import { removeFile } from './remove-file.ts'
import { identityOf, standsAt } from './stands-at.ts'

/**
 * Each file appears by a rename, and in the order of the journal. A file that is no longer staged has been moved.
 * Returns the lost files, normally none: those that are neither staged nor published. Then nothing has moved: stage
 * them again and call again. (A changed file that somebody took out of staging is not told from a moved one.)
 * At the end the staging folder is gone. Throws a plain line when the disk refuses; the journal is still good then.
 */
export const carryOut = (
  folders: Folders,
  { way, moves, removals, obstacles }: Journal,
): readonly string[] => {
  const { staging, published } = folders
  const touched = [...moves, ...removals, ...obstacles]
  // Again, as the run that planned it may have been killed long ago.
  refuseOutside(touched)
  refuseLinks(published, touched)
  const staged = new Set(moves.filter(file => isFileAt(join(staging, file))))
  const arrived = moves.filter(file => !staged.has(file))
  const lost = arrived.filter(file => !isFileAt(join(published, file)))
  if (lost.length > 0) return lost
  if (way === 'swap' && isSwapped(folders)) return []
  const steps = [
    ...withoutArrived(published, obstacles, arrived).map(removal(published)),
    ...[...staged].map(file => ({
      path: join(published, file),
      run: () => moveFile(join(staging, file), join(published, file)),
    })),
    ...removals.map(removal(published)),
    { path: staging, run: () => rmSync(staging, { recursive: true, force: true }) },
  ]
  for (const [done, { path, run }] of steps.entries()) {
    try {
      run()
    } catch (error) {
      throw describeStop(error, path, { done, all: steps.length })
    }
  }
  return []
}

const isFileAt = (path: string): boolean => standsAt(path)?.isFile() ?? false

const removal = (published: string) => (file: string) => ({
  path: join(published, file),
  run: () => removeFile(published, file),
})

/** False where one rename cannot do it: then the files go one by one, which also says what is wrong. */
const isSwapped = ({ staging, published }: Folders): boolean => {
  try {
    mkdirSync(dirname(published), { recursive: true })
    renameSync(staging, published)
    return true
  } catch {
    return false
  }
}

/** On a disk that ignores letter case, the new file may already stand under an obstacle's name. */
const withoutArrived = (
  published: string,
  obstacles: readonly string[],
  arrived: readonly string[],
): readonly string[] => {
  const identity = (file: string) => {
    const there = standsAt(join(published, file))
    return there === undefined ? '' : identityOf(there)
  }
  const arrivals = new Set(arrived.map(identity))
  return obstacles.filter(file => !arrivals.has(identity(file)))
}
