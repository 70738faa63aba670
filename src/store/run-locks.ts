// Who may work on a site: one build at a time. Indexing and announcing take its lock for moments only, and are waited for.

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSameHolder, type Lock, LockTaken, takeLock } from './lock.ts'

/** Locked by the one run that makes the search index, from its beginning to its end. `state`: an absolute folder. */
export const searchLockFolder = (state: string): string => join(state, 'search/lock')

/** Locked by the one run that announces, from its beginning to its end. `state`: an absolute folder. */
export const announceLockFolder = (state: string): string => join(state, 'announce/lock')

/** In ms. An announcement or a piece of the index takes the build lock for moments; a build may take minutes. */
const [briefPause, longPause] = [50, 100]
const mostPauses = 1_200

/** Waits for a run that indexes or announces. Throws `LockTaken` when another build is running. */
export const takeBuildLock = async (state: string): Promise<Lock> => {
  const folder = join(state, 'lock')
  // A run that has just taken it may not have left its note yet: then the lock still names the one before.
  let strangers = 0
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await takeLock(folder)
    } catch (error) {
      const isBrief = [searchLockFolder(state), announceLockFolder(state)].some(lock =>
        isSameHolder(folder, lock),
      )
      strangers = isBrief ? 0 : strangers + 1
      if (!(error instanceof LockTaken) || strangers === 2 || pauses === mostPauses) throw error
    }
    await sleep(briefPause)
  }
}

/** Null when another run has it. */
export const takeLockIfFree = async (folder: string): Promise<Lock | null> => {
  try {
    return await takeLock(folder)
  } catch (error) {
    if (error instanceof LockTaken) return null
    throw error
  }
}

export type Patience = {
  readonly seconds: number
  /** Called once, with what the other run is, when there is one to wait for. */
  readonly onWait: (taken: LockTaken) => void
}

const endless: Patience = { seconds: Number.POSITIVE_INFINITY, onWait: () => {} }

/**
 * Does the work once no other run has the build lock; `waited` says whether it had to wait. Throws `LockTaken` when that
 * takes too long.
 */
export const whenUnlocked = async <Value>(
  work: (waited: boolean) => Promise<Value>,
  { seconds, onWait }: Patience = endless,
): Promise<Value> => {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await work(pauses > 0)
    } catch (error) {
      if (!(error instanceof LockTaken) || pauses * longPause >= seconds * 1000) throw error
      if (pauses === 0) onWait(error)
    }
    await sleep(longPause)
  }
}
