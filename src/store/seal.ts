// A seal shows whether a folder is as the last run left it: LevelDB itself goes on with the rest of a file that was cut short.

import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDiskRefusing } from '../system/explain-disk-fault.ts'
import { exists, readText, replaceFile } from '../system/files.ts'

/** Name → size, and time of the last change in whole ms. */
type Seal = Readonly<Record<string, readonly [size: number, time: number]>>

const sealFile = (folder: string): string => `${folder}.seal`

/** Once nothing will change in the folder until the next run. */
export const seal = (folder: string): void => replaceFile(sealFile(folder), JSON.stringify(sealOf(folder)))

/** The next run will find the folder damaged. */
export const sealAsDamaged = (folder: string): void => replaceFile(sealFile(folder), '{}')

export const removeSeal = (folder: string): void => rmSync(sealFile(folder), { force: true })

/**
 * Before the folder changes. Returns false, and leaves the seal, when the folder is not as it was sealed. Without a seal
 * the last run was killed, and the folder is as the disk has it.
 */
export const breakSeal = (folder: string): boolean => {
  if (exists(sealFile(folder)) && !isSame(readSeal(folder), sealOf(folder))) return false
  removeSeal(folder)
  return true
}

const sealOf = (folder: string): Seal =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => !isNote.test(name))
      .sort()
      .map(name => {
        const { size, mtimeMs } = statSync(join(folder, name))
        return [name, [size, Math.round(mtimeMs)]]
      }),
  )

/** Locks, and what LevelDB writes for people. */
const isNote = /^(?:LOCK|LOG|LOG\.old)$/

const readSeal = (folder: string): Seal => {
  try {
    return JSON.parse(readText(sealFile(folder)) ?? '') as Seal
  } catch (error) {
    if (isDiskRefusing(error)) throw error
    return {}
  }
}

/** Some ways to copy round times to the next millisecond. */
const isClose = (one = 0, other = 0): boolean => Math.abs(one - other) <= 1

/** Copies of all files may have quite other times; one file among others may not. */
const isSame = (then: Seal, now: Seal): boolean => {
  const names = Object.keys(then)
  const isTimely = (name: string) => isClose(then[name]?.[1], now[name]?.[1])
  return (
    names.join('/') === Object.keys(now).join('/') &&
    names.length > 0 &&
    names.every(name => then[name]?.[0] === now[name]?.[0]) &&
    (names.every(isTimely) || !names.some(isTimely))
  )
}
