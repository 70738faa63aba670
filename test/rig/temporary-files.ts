// Where tests put their thousands of small sites: into memory, where there is much of it, as a disk would be waited for.

import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { exists, readText } from '../../src/system/files.ts'

const memory = '/dev/shm'
/** In bytes. A whole run takes less than a tenth of it at any time. */
const plenty = 4 * 2 ** 30

/** Programs in it may be run, as some tests do. */
const isFit = (): boolean => {
  if (!exists(memory)) return false
  const mounted = readText('/proc/mounts')
    ?.split('\n')
    .find(line => line.split(' ')[1] === memory)
  const { bavail, bsize } = statfsSync(memory)
  return mounted !== undefined && !/\bnoexec\b/.test(mounted) && bavail * bsize > plenty
}

/** What vitest calls before the first test; what it returns, after the last one. */
export const setup = (): (() => void) | undefined => {
  if (!isFit()) return undefined
  const folder = mkdtempSync(join(memory, 'dateline-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
