// The disk. Synchronous calls: they cost a third of the CPU that promises do, and a build waits for them anyway.

import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { namingFile } from './explain-disk-fault.ts'

export type Tree = {
  /** Regular files. */
  readonly files: readonly string[]
  /** Symbolic links. Nobody follows them: what they lead to is not the site's. */
  readonly links: readonly string[]
}

/** All below `root`, or below its `folder`: relative to `root`, in code-point order. Empty if there is no folder. */
export const walk = (root: string, folder = ''): Tree => {
  const files: string[] = []
  const links: string[] = []
  const visit = (inside: string) => {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) files.push(path)
      else if (entry.isSymbolicLink()) links.push(path)
    }
  }
  if (exists(join(root, folder))) visit(folder)
  return { files: files.sort(), links: links.sort() }
}

export const listFiles = (root: string, folder = ''): readonly string[] => walk(root, folder).files

/** What stands right in a folder, relative to `root`. Empty if there is no folder. */
export const listEntries = (root: string, folder: string): readonly string[] =>
  exists(join(root, folder)) ? readdirSync(join(root, folder)).map(name => `${folder}/${name}`) : []

/** Nothing has a name that is too long for the disk, stands below a file, or at the end of links in a circle. */
const nowhere: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'])

const statOf = (path: string, stat: typeof statSync | typeof lstatSync = statSync): Stats | undefined => {
  try {
    return stat(path, { throwIfNoEntry: false })
  } catch (error) {
    if (nowhere.has((error as NodeJS.ErrnoException).code)) return undefined
    throw error
  }
}

export const exists = (path: string): boolean => statOf(path) !== undefined

/** Of what stands there itself, wherever a link leads; null for nothing. */
export const kindAt = (path: string): 'file' | 'link' | 'other' | null => {
  const stat = statOf(path, lstatSync)
  if (stat === undefined) return null
  return stat.isFile() ? 'file' : stat.isSymbolicLink() ? 'link' : 'other'
}

export const isFile = (path: string): boolean => statOf(path)?.isFile() ?? false

/** False only where permission is denied. */
export const isReadable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch (error) {
    return !['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}

/** RFC 3339; null where there is no file. */
export const createdAt = (path: string): string | null => statOf(path)?.birthtime.toISOString() ?? null

export const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (error) {
    throw namingFile(error, path)
  }
}

/** Of a file that may be too large to read whole. Shorter than `length` where the file ends. */
export const readPart = (path: string, start: number, length: number): Buffer => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, start))
  } finally {
    closeSync(file)
  }
}

/** UTF-8 text with LF line ends and no byte order mark; null when the bytes are not UTF-8. */
export const readText = (path: string): string | null => {
  try {
    return textOfBytes(readFileSync(path))
  } catch (error) {
    throw namingFile(error, path)
  }
}

/** As `readText` gives it. */
export const textOfBytes = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Makes the folders on the way. */
export const writeFile = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw namingFile(error, path)
  }
}

/** The same, for a text that need not be in memory as a whole. */
export const writePieces = (path: string, pieces: Iterable<string>): void => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    const file = openSync(path, 'w')
    try {
      for (const piece of pieces) writeFileSync(file, piece)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw namingFile(error, path)
  }
}

/** Readers see the old file or the new one, never half of it: written beside, then renamed. */
export const replaceFile = (path: string, content: string | Uint8Array): void => {
  const scratch = `${path}.dateline-new`
  try {
    writeFile(scratch, content)
    renameSync(scratch, path)
  } catch (error) {
    if (isFile(scratch)) rmSync(scratch)
    throw error
  }
}
