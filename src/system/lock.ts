// One run at a time: two builds in one folder would publish each other's pages, or remove them.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Lock = {
  /** False once somebody has removed or replaced it, be it with the folder it is in. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/** Throws a plain message when another living process holds it. */
export const takeLock = (path: string): Lock => {
  take(path)
  const isHeld = () => holderOf(path) === process.pid
  return {
    isHeld,
    release: () => {
      if (isHeld()) rmSync(path, { force: true })
    },
  }
}

const take = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    // A link is made whole or not at all, so nobody meets a lock that does not yet say whose it is.
    while (!linked(mine, path)) removeIfStale(path, mine)
  } finally {
    rmSync(mine, { force: true })
  }
}

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isTaken(error)) return false
  }
  try {
    // Some disks know no links.
    writeFileSync(to, readFileSync(from), { flag: 'wx' })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST'

/** A run that was killed leaves its lock behind. Throws when the holder is alive. */
const removeIfStale = (path: string, mine: string): void => {
  const holder = holderOf(path)
  if (holder === 'gone') return
  if (isAlive(holder)) throw busy(holder)
  const taken = `${mine}.stale`
  try {
    renameSync(path, taken)
  } catch {
    return
  }
  const found = holderOf(taken)
  // Another run may have been quicker, and this is its lock: it goes back.
  const isStale = found === 'gone' || !isAlive(found)
  if (!isStale) linked(taken, path)
  rmSync(taken, { force: true })
  if (!isStale) throw busy(found)
}

const busy = (holder: number): Error =>
  new Error(`another build or preview is under way here (process ${holder}); wait until it has ended`)

const holderOf = (path: string): number | 'gone' => {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return 'gone'
  }
}

const isAlive = (holder: number): boolean => {
  if (!Number.isInteger(holder) || holder <= 0) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
