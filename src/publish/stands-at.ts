// What stands at a place of the disk, itself and not what it leads to.

import { type BigIntStats, lstatSync } from 'node:fs'

/** Undefined when nothing does, also when a folder on the way is none. */
export const standsAt = (path: string): BigIntStats | undefined => {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}

/** The same for two paths when the disk takes them for one file, whatever their letter case. */
export const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`
