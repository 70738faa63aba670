// Brings one file to its place by a rename, so that readers see the old one or the new one, never half of it.

import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { digestOf } from '../system/digest.ts'

/** Makes the folders on the way. Afterwards the file is gone from where it was. Throws errors of the disk. */
export const moveFile = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    moveAcross(from, to)
  }
}

const moveAcross = (from: string, to: string): void => {
  // The same name in every run, so that what a killed run left is written over; a digest, as names may be at their longest.
  const eleventyFiles = join(dirname(to), `.dateline-new-${digestOf(basename(to))}`)
  try {
    copyFileSync(from, eleventyFiles)
    renameSync(eleventyFiles, to)
  } catch (error) {
    rmSync(eleventyFiles, { force: true })
    throw error
  }
  rmSync(from)
}
