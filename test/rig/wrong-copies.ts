// Compressed files that are not what they stand beside.

import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Files } from './site-folder.ts'

/** "world/index.html.br": a reader would get another page than the one beside it. Files are as in a snapshot. */
export const wrongCopies = (files: Files): readonly string[] =>
  Object.entries(files).flatMap(([file, text]) => {
    const [, original = '', ending] = /^(.*\.\w+)\.(br|gz)$/.exec(file) ?? []
    if (original === '') return []
    return unpacked(Buffer.from(text, 'latin1'), ending)?.toString('latin1') === files[original] ? [] : [file]
  })

const unpacked = (bytes: Buffer, ending: string | undefined): Buffer | null => {
  try {
    return ending === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
  } catch {
    return null
  }
}
