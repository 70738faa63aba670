// Takes a file away, and the folders that it leaves empty.

import { rmdirSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { standsAt } from './stands-at.ts'

/** `file` is relative to `published`, which itself stays. A file that is gone already is no error. */
export const removeFile = (published: string, file: string): void => {
  const there = standsAt(join(published, file))
  // A folder has come in its place: a run that was killed after the moves is being finished.
  if (there !== undefined && !there.isDirectory()) unlinkSync(join(published, file))
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (!isGone(join(published, folder))) return
  }
}

const isGone = (folder: string): boolean => {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    // A killed run may have removed this one and not the one around it.
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}
