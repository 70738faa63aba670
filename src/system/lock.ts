// One run at a time: two builds in one folder would publish each other's pages, or remove them.

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Runs `work` while holding the lock. Throws a plain message when another living process holds it. */
export const withLock = async <Value>(path: string, work: () => Promise<Value>): Promise<Value> => {
  take(path)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

const take = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = holderOf(path)
    if (holder !== null && isAlive(holder)) {
      throw new Error(`another build is under way here (process ${holder}); wait until it has ended`)
    }
    // Left behind by a run that was killed.
    rmSync(path, { force: true })
    take(path)
  }
}

/** Null when the file is gone or was never finished. */
const holderOf = (path: string): number | null => {
  try {
    return Number(readFileSync(path, 'utf8')) || null
  } catch {
    return null
  }
}

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
