// Does what a journal says. Killed at any point, the same call again finishes it.

import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Folders, Journal } from '../store/journal.ts'
import { identityOf, moveFile, removeFile, shownPath, statAt } from './disk.ts'
import { refuseLinks, refuseOutside } from './preflight.ts'

/**
 * Each file appears by a rename, and in the order of the journal. A file that is no longer staged has been moved.
 * Returns the lost files, normally none: those that are neither staged nor published. Then nothing has moved: stage
 * them again and call again. (A changed file that somebody took out of staging looks like a moved one.)
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

const isFileAt = (path: string): boolean => statAt(path)?.isFile() ?? false

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
    const there = statAt(join(published, file))
    return there === undefined ? '' : identityOf(there)
  }
  const arrivals = new Set(arrived.map(identity))
  return obstacles.filter(file => !arrivals.has(identity(file)))
}

/** Says where the disk stopped the publish, why, how things stand, and what to do. The error of the disk is the cause. */
const describeStop = (
  error: unknown,
  path: string,
  { done, all }: { readonly done: number; readonly all: number },
): Error => {
  const { code = '', message } = error as NodeJS.ErrnoException
  const { why, remedy } = reasons[code] ?? { why: message, remedy: 'fix that' }
  return new Error(
    `publishing stopped at ${shownPath(path)} after ${done} of ${all} steps: ${why}. Every page is complete, old or new; ${remedy} and build again to finish`,
    { cause: error },
  )
}

const full = { why: 'the disk is full', remedy: 'free some space' }
const forbidden = { why: 'permission denied', remedy: 'make it writable' }

const reasons: Readonly<Record<string, { readonly why: string; readonly remedy: string }>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: { why: 'the disk is read-only', remedy: 'make it writable' },
  EACCES: forbidden,
  EPERM: forbidden,
  EBUSY: { why: 'another program is using it', remedy: 'close that program' },
  EISDIR: { why: 'there is a folder of that name', remedy: 'remove it' },
  ENOTDIR: { why: 'there is a file where a folder must be', remedy: 'remove it' },
  EEXIST: { why: 'there is a file where a folder must be', remedy: 'remove it' },
}
