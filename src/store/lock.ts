// One run at a time: two builds in one folder would publish each other's pages, or remove them.

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'

export type Lock = {
  /** False once somebody has removed or replaced it, be it with the folder it is in. */
  readonly isIntact: () => boolean
  readonly release: () => Promise<void>
}

/** Another run has it: `holder`, "process 7 on newsroom-1". */
export class LockTaken extends Error {
  readonly holder: string
  constructor(holder: string) {
    super(`another build or preview is running here (${holder}); wait until it has finished`)
    this.holder = holder
  }
}

/**
 * The lock of an empty LevelDB: the system keeps it for a process until that ends, however it ends, and whatever number
 * the next process has. Makes `folder`. Throws `LockTaken` when another run has it.
 */
export const takeLock = async (folder: string): Promise<Lock> => {
  if (mine.has(folder)) throw busy(folder)
  mine.add(folder)
  try {
    const level = await open(folder)
    leaveNote(folder)
    const taken = identityOf(folder)
    return {
      isIntact: () => identityOf(folder) === taken,
      release: async () => {
        mine.delete(folder)
        await level.close()
      },
    }
  } catch (error) {
    mine.delete(folder)
    throw error
  }
}

/** A process that opens and closes a file which it has locked would lose the lock. */
const mine = new Set<string>()

const open = async (folder: string): Promise<ClassicLevel> => {
  const level = new ClassicLevel(folder)
  try {
    await level.open()
  } catch (error) {
    if (causeOf(error).code === 'LEVEL_LOCKED') throw busy(folder)
    // The folder is no lock, or a failing disk damaged it: no run can have it.
    rmSync(folder, { recursive: true, force: true })
    await level.open().catch((again: unknown) => {
      throw causeOf(again).code === 'LEVEL_LOCKED' ? busy(folder) : causeOf(again)
    })
  }
  return level
}

const causeOf = (error: unknown): NodeJS.ErrnoException =>
  ((error as Error).cause ?? error) as NodeJS.ErrnoException

const noteIn = (folder: string): string => join(folder, 'holder')

const leaveNote = (folder: string): void => {
  try {
    writeFileSync(noteIn(folder), `process ${process.pid} on ${hostname()}`)
  } catch {
    // The note only helps the people who wait. A fault of the disk will show elsewhere.
  }
}

const busy = (folder: string): LockTaken => new LockTaken(readNote(folder))

/** Whether the same process took both locks last. */
export const isSameHolder = (one: string, other: string): boolean => readNote(one) === readNote(other)

const readNote = (folder: string): string => {
  try {
    return readFileSync(noteIn(folder), 'utf8')
  } catch {
    return 'it has just started'
  }
}

const identityOf = (folder: string): string | null => {
  const there = statSync(join(folder, 'LOCK'), { bigint: true, throwIfNoEntry: false })
  return there === undefined ? null : `${there.dev}:${there.ino}`
}
