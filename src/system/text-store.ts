// Texts that a command needs again later: beyond a limit they wait in a temporary file, not in memory.

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a function that gives the text again. */
export type KeepText = (text: string) => () => string

/** `limit`: characters that stay in memory. `below`: the folder for the file. Texts are kept until `work` ends. */
export const withTextStore = <Value>(
  limit: number,
  work: (keep: KeepText) => Value,
  below = tmpdir(),
): Value => {
  const store = openTextStore(limit, below)
  try {
    return work(store.keep)
  } finally {
    store.close()
  }
}

const openTextStore = (limit: number, below: string) => {
  let inMemory = 0
  let file: { readonly folder: string; readonly open: number } | null = null
  let end = 0
  const openFile = () => {
    const folder = mkdtempSync(join(below, 'dateline-texts-'))
    return { folder, open: openSync(join(folder, 'texts'), 'w+') }
  }
  return {
    keep: (text: string) => {
      if (inMemory + text.length <= limit) {
        inMemory += text.length
        return textInMemory(text)
      }
      file ??= openFile()
      const at = end
      end += writeAll(file.open, Buffer.from(text), at)
      return textOnDisk(file.open, at, end)
    },
    close: () => {
      if (file === null) return
      closeSync(file.open)
      rmSync(file.folder, { recursive: true, force: true })
      file = null
    },
  }
}

// Functions of their own: two that are made side by side share what either of them holds, here the text.

const textInMemory = (text: string) => () => text

const textOnDisk = (file: number, start: number, end: number) => () => {
  const found = Buffer.alloc(end - start)
  readSync(file, found, 0, found.length, start)
  return found.toString()
}

/** How many bytes were written: all. */
const writeAll = (file: number, bytes: Uint8Array, at: number): number => {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done)
  return bytes.length
}
