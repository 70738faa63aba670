// One preview of a site at a time: two would make each other's pages. The second learns where the first one is.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Edition, forEditors } from '../store/edition.ts'
import { LockTaken, takeLock } from '../store/lock.ts'
import { isFile, readText } from '../system/files.ts'

export type Claim = {
  /** Tells the next preview where this one is: a whole address. */
  readonly announce: (url: string) => void
  readonly release: () => Promise<void>
}

/** Held from before the first build to the end. Throws a plain line when another preview of this site runs. */
export const claimPreview = async (root: string, edition: Edition = forEditors): Promise<Claim> => {
  const folder = join(root, edition.state, 'running')
  const note = join(folder, 'address')
  try {
    const lock = await takeLock(folder)
    // Of a preview that was killed.
    rmSync(note, { force: true })
    return { announce: url => leaveNote(note, url), release: lock.release }
  } catch (error) {
    throw error instanceof LockTaken ? new Error(alreadyRunning(note, error.holder)) : error
  }
}

const leaveNote = (note: string, url: string): void => {
  try {
    // It may hold a token.
    writeFileSync(note, url, { mode: 0o600 })
  } catch {
    // It only helps the next one. A fault of the disk will show elsewhere.
  }
}

const alreadyRunning = (note: string, holder: string): string => {
  const url = isFile(note) ? readText(note) : null
  return url
    ? `a preview of this site is already running at ${url} (${holder}); open that address in your browser. To start it anew, press Ctrl-C in the window where it runs, then run npm start again`
    : `a preview of this site is just being started (${holder}); its address appears in the window where it runs. To start it anew, press Ctrl-C there, then run npm start again`
}
