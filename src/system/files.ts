// The disk. Synchronous calls: they cost a third of the CPU that promises do, and a build waits for them anyway.

import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Every file below `root`, or below its `folder`: relative to `root`, in code-point order. Empty if there is no folder. */
export const listFiles = (root: string, folder = ''): readonly string[] => {
  const found: string[] = []
  const visit = (inside: string) => {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
      const file = inside === '' ? entry.name : `${inside}/${entry.name}`
      const target = entry.isSymbolicLink() ? statSync(join(root, file), { throwIfNoEntry: false }) : entry
      // Editors leave links to nowhere beside the file that they hold open.
      if (target === undefined) continue
      if (target.isDirectory()) visit(file)
      else found.push(file)
    }
  }
  if (exists(join(root, folder))) visit(folder)
  return found.sort()
}

export const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/** False also when a folder on the way is none. */
export const isFile = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw error
  }
}

export const readBytes = (path: string): Buffer => readFileSync(path)

/** UTF-8 text with LF line ends and no byte order mark; null when the bytes are not UTF-8. */
export const readText = (path: string): string | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Makes the folders on the way. */
export const writeFile = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** Readers see the old file or the new one, never half of it: written beside, then renamed. */
export const replaceFile = (path: string, content: string | Uint8Array): void => {
  const beside = `${path}.dateline-new`
  writeFile(beside, content)
  renameSync(beside, path)
}
