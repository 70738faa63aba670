// Takes a file's place only where it is still what was read, so that of two people's changes none is lost.

import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { presentTime } from './clock.ts'
import { namingFile } from './explain-disk-fault.ts'
import { isFile } from './files.ts'

export type Replacement = {
  readonly from: string
  readonly to: string
  /** What was read there. */
  readonly before: string
  readonly after: string
}

/** In ms: what a run that was killed has left is in nobody's way for longer. */
const longestWrite = 60_000

/**
 * Readers of the disk see the old file or the new one. Writes nothing, and is false, where the file has changed or somebody
 * else is writing it. The new one has the mode of the old. Throws a plain line where it may not be written.
 */
export const replaceIfSame = ({ from, to, before, after }: Replacement): boolean => {
  const scratch = `${to}.dateline-new`
  try {
    accessSync(from, constants.W_OK)
    if (isFile(scratch) && presentTime() - lstatSync(scratch).mtimeMs > longestWrite) rmSync(scratch)
    if (!makeScratch(scratch, after)) return false
    try {
      chmodSync(scratch, lstatSync(from).mode & 0o777)
      if (!readFileSync(from).equals(Buffer.from(before))) return false
      renameSync(scratch, to)
      if (to !== from) rmSync(from)
      return true
    } finally {
      if (isFile(scratch)) rmSync(scratch)
    }
  } catch (error) {
    throw namingFile(error, from)
  }
}

/** Whoever makes it first may write. */
const makeScratch = (scratch: string, content: string): boolean => {
  try {
    writeFileSync(scratch, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
