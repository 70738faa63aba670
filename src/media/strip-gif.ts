// GIF (GIF89a): keeps pictures, their timing, the loop and the colour profile; comments and other extensions go.

import { cut, type Edit } from './edits.ts'
import type { Stripping } from './stripping.ts'

const keptApplications = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

export const stripGif = (bytes: Buffer): Stripping => {
  const edits: Edit[] = []
  for (let at = 13 + tableBytes(bytes[10]); ; ) {
    const start = at
    const kind = bytes[at]
    if (kind === undefined) return 'cut-short'
    if (kind === 0x3b) {
      if (bytes.length > at + 1) edits.push(cut(at + 1, bytes.length))
      return { edits }
    }
    if (kind === 0x2c) at = endOfBlocks(bytes, at + 11 + tableBytes(bytes[at + 9]))
    else if (kind === 0x21) {
      at = endOfBlocks(bytes, at + 2)
      if (!isKept(bytes, start)) edits.push(cut(start, at))
    } else return 'unknown'
    if (at > bytes.length) return 'cut-short'
  }
}

const tableBytes = (flags = 0): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)

const endOfBlocks = (bytes: Buffer, start: number): number => {
  let at = start
  while (bytes[at] !== 0) {
    const length = bytes[at]
    if (length === undefined) return Number.POSITIVE_INFINITY
    at += length + 1
  }
  return at + 1
}

/** A graphic control, or an application that browsers know. */
const isKept = (bytes: Buffer, at: number): boolean =>
  bytes[at + 1] === 0xf9 ||
  (bytes[at + 1] === 0xff && keptApplications.includes(bytes.toString('latin1', at + 3, at + 14)))
