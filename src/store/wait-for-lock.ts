// Ways to get by a lock that somebody else holds.

import { setTimeout as sleep } from 'node:timers/promises'
import { type Lock, LockTaken, takeLock } from './lock.ts'

const pause = 100

/** Null when another run has it. */
export const takeIfFree = async (folder: string): Promise<Lock | null> => {
  try {
    return await takeLock(folder)
  } catch (error) {
    if (error instanceof LockTaken) return null
    throw error
  }
}

/** However long another build takes. */
export const whenFree = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof LockTaken)) throw error
    }
    await sleep(pause)
  }
}
