// ICO: icons of several sizes, some of them PNG, which may hold notes.

import { stripPicture } from './strip-picture.ts'
import type { Stripping } from './stripping.ts'

const entryBytes = 16

export const stripIcon = (bytes: Buffer): Stripping => {
  const count = bytes.readUInt16LE(4)
  const headBytes = 6 + entryBytes * count
  const head = Buffer.from(bytes.subarray(0, headBytes))
  const pictures: Buffer[] = []
  let at = headBytes
  for (let entry = 6; entry < headBytes; entry += entryBytes) {
    const start = bytes.readUInt32LE(entry + 12)
    const end = start + bytes.readUInt32LE(entry + 8)
    if (end > bytes.length) return 'cut-short'
    const picture = bytes.subarray(start, end)
    const stripped = picture.toString('latin1', 1, 4) === 'PNG' ? stripPicture(picture) : picture
    if (stripped === null) return 'unknown'
    head.writeUInt32LE(stripped.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    pictures.push(stripped)
    at += stripped.length
  }
  return { edits: [{ at: 0, length: bytes.length, bytes: Buffer.concat([head, ...pictures]) }] }
}
