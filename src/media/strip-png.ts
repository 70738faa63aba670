// PNG and moving PNG (W3C PNG, third edition): keeps the chunks that pixels, colours and movement need.

import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { cut, type Edit } from './edits.ts'
import { exifOfOrientation, orientationIn } from './exif.ts'
import { impersonal } from './icc.ts'
import { type Stripping, Unreadable } from './stripping.ts'

const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'mDCV', 'cLLI'],
  ...['pHYs', 'bKGD', 'hIST', 'sBIT', 'acTL', 'fcTL', 'fdAT'],
])

export const stripPng = (bytes: Buffer): Stripping => {
  const edits: Edit[] = []
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return 'cut-short'
    const content = at + 8
    const end = content + bytes.readUInt32BE(at) + 4
    if (end > bytes.length) return 'cut-short'
    const name = bytes.toString('latin1', at + 4, content)
    if (name === 'IEND') {
      if (end < bytes.length) edits.push(cut(end, bytes.length))
      return { edits }
    }
    if (!kept.has(name)) {
      // An upper-case letter in front: the picture cannot be read without it.
      if (/^[^a-z]/.test(name)) return 'unknown'
      edits.push({ at, length: end - at, bytes: restOf(name, bytes.subarray(content, end - 4)) })
    }
    at = end
  }
}

const restOf = (name: string, content: Buffer): Uint8Array => {
  if (name === 'iCCP') return profileChunk(content)
  const orientation = name === 'eXIf' ? orientationIn(content) : 1
  return orientation === 1 ? new Uint8Array() : chunk(name, exifOfOrientation(orientation))
}

/** A name, a zero, how it is packed, the profile. The name may be that of a screen. */
const profileChunk = (content: Buffer): Uint8Array => {
  const start = content.indexOf(0) + 2
  if (start < 2) return new Uint8Array()
  const packed = content.subarray(start)
  const profile = unpacked(packed)
  const rest = impersonal(profile)
  return chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), rest === profile ? packed : deflateSync(rest)]))
}

const unpacked = (packed: Buffer): Buffer => {
  try {
    return inflateSync(packed, { maxOutputLength: 16_000_000 })
  } catch {
    throw new Unreadable('the colour profile')
  }
}

const chunk = (name: string, content: Uint8Array): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), content, Buffer.alloc(4)])
  bytes.writeUInt32BE(content.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}
