// One build at a time in a folder. Whoever makes the search index is no build: it comes in for moments, and is waited for.

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isOneHolder, type Lock, LockTaken, takeLock } from '../system/lock.ts'

/** Held by the one run that makes the search index, from its beginning to its end. `state`: an absolute folder. */
export const searchLockOf = (state: string): string => join(state, 'search/lock')

const pause = 50
const mostPauses = 1_200

/** Throws `LockTaken` at once when another build is under way. */
export const takeBuildLock = async (state: string): Promise<Lock> => {
  const folder = join(state, 'lock')
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await takeLock(folder)
    } catch (error) {
      const isIndexing = error instanceof LockTaken && isOneHolder(folder, searchLockOf(state))
      if (!isIndexing || pauses === mostPauses) throw error
    }
    await sleep(pause)
  }
}
