// The disk while people work on it: what is gone is null, and what is closed to us is said in plain words.

import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'

/** Links are followed at the site's root only. */
export const statInput = (root: string, path: string): Stats | null => {
  const stat = path.includes('/') ? lstatSync : statSync
  return unlessGone(path, () => stat(`${root}/${path}`, { throwIfNoEntry: false }) ?? null)
}

/** In the order of the disk. Empty if there is no such folder. */
export const namesIn = (root: string, folder: string): readonly string[] =>
  unlessGone(folder, () => readdirSync(`${root}/${folder}`)) ?? []

export const readInput = (root: string, file: string): Buffer | null =>
  unlessGone(file, () => readFileSync(`${root}/${file}`))

const unlessGone = <Value>(path: string, look: () => Value): Value | null => {
  try {
    return look()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Somebody may put a folder where a file was, and the other way round.
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) return null
    if (code === 'EACCES' || code === 'EPERM')
      throw new Error(`${path} is closed to us; give yourself the right to read it`)
    throw new Error(`${path} cannot be read: ${(error as Error).message}`)
  }
}
