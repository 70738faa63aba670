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
      inMemory += text.length
      if (inMemory <= limit) return () => text
      inMemory -= text.length
      file ??= openFile()
      const { open } = file
      const bytes = Buffer.from(text)
      const at = end
      for (let done = 0; done < bytes.length; )
        done += writeSync(open, bytes, done, bytes.length - done, at + done)
      const { length } = bytes
      end += length
      return () => {
        const found = Buffer.alloc(length)
        readSync(open, found, 0, length, at)
        return found.toString()
      }
    },
    close: () => {
      if (file === null) return
      closeSync(file.open)
      rmSync(file.folder, { recursive: true, force: true })
      file = null
    },
  }
}
