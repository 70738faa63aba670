// One build at a time in a folder. Who makes the search index or announces is no build: they come in for moments, and are
// waited for.

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isOneHolder, type Lock, LockTaken, takeLock } from './lock.ts'

/** Held by the one run that makes the search index, from its beginning to its end. `state`: an absolute folder. */
export const searchLockOf = (state: string): string => join(state, 'search/lock')

/** Held by the one run that announces, from its beginning to its end. `state`: an absolute folder. */
export const announceLockOf = (state: string): string => join(state, 'announce/lock')

const pause = 50
const mostPauses = 1_200

/** Throws `LockTaken` when another build is under way. */
export const takeBuildLock = async (state: string): Promise<Lock> => {
  const folder = join(state, 'lock')
  // Who has just taken it may not have said yet who it is: then the lock still names the one before.
  let strangers = 0
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await takeLock(folder)
    } catch (error) {
      const isBrief = [searchLockOf(state), announceLockOf(state)].some(lock => isOneHolder(folder, lock))
      strangers = isBrief ? 0 : strangers + 1
      if (!(error instanceof LockTaken) || strangers === 2 || pauses === mostPauses) throw error
    }
    await sleep(pause)
  }
}
