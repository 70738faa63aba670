// WebP (RFC 9649): keeps the chunks of pixels, colours and movement, and which way up it is.

import { cut, type Edit, overwrite, zero } from './edits.ts'
import { exifOfOrientation, orientationIn } from './exif.ts'
import { personalRanges } from './icc.ts'
import type { Stripping } from './stripping.ts'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM'])
const keptInFrame = new Set(['VP8 ', 'VP8L', 'ALPH'])

/** Of a VP8X chunk. */
const exifFlag = 0x08
const xmpFlag = 0x04

type Chunk = { readonly name: string; readonly at: number; readonly end: number }

export const stripWebp = (bytes: Buffer): Stripping => {
  const last = 8 + bytes.readUInt32LE(4)
  if (last > bytes.length) return 'cut-short'
  const chunks = chunksIn(bytes, 12, last)
  if (chunks === null) return 'cut-short'
  const edits: Edit[] = chunks.flatMap(chunk => editsOfChunk(bytes, chunk))
  if (last < bytes.length) edits.push(cut(last, bytes.length))
  const extended = chunks.find(({ name }) => name === 'VP8X')
  const isTurned = edits.some(({ bytes }) => bytes !== null && bytes.length > 4)
  if (extended) {
    const at = extended.at + 8
    const flags = (bytes[at] ?? 0) & ~(exifFlag | xmpFlag)
    edits.push(overwrite(at, Buffer.from([isTurned ? flags | exifFlag : flags])))
  }
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.length - 8 - shorterBy(edits))
  return { edits: [overwrite(4, size), ...edits] }
}

const shorterBy = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { length, bytes }) => sum + length - (bytes?.length ?? length), 0)

const chunksIn = (bytes: Buffer, start: number, end: number): readonly Chunk[] | null => {
  const chunks: Chunk[] = []
  for (let at = start; at < end; ) {
    if (at + 8 > end) return null
    const length = bytes.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    // The last one may lack the byte that makes it even.
    if (next > end + 1) return null
    chunks.push({ name: bytes.toString('latin1', at, at + 4), at, end: Math.min(next, end) })
    at = next
  }
  return chunks
}

const editsOfChunk = (bytes: Buffer, { name, at, end }: Chunk): readonly Edit[] => {
  if (name === 'ICCP')
    return personalRanges(bytes.subarray(at + 8, end)).map(range =>
      zero(at + 8 + range.start, at + 8 + range.end),
    )
  if (kept.has(name)) return []
  if (name === 'ANMF') return editsOfFrame(bytes, at, end)
  const orientation = name === 'EXIF' ? orientationIn(tiffIn(bytes.subarray(at + 8, end))) : 1
  return orientation === 1 ? [cut(at, end)] : [{ at, length: end - at, bytes: exifChunk(orientation) }]
}

/** A frame of 16 bytes and chunks of its own. */
const editsOfFrame = (bytes: Buffer, at: number, end: number): readonly Edit[] => {
  const chunks = chunksIn(bytes, at + 24, end) ?? []
  const cuts = chunks.filter(({ name }) => !keptInFrame.has(name)).map(chunk => cut(chunk.at, chunk.end))
  if (cuts.length === 0) return []
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.readUInt32LE(at + 4) - shorterBy(cuts))
  return [overwrite(at + 4, size), ...cuts]
}

/** Some programs begin it as in a JPEG. */
const tiffIn = (content: Buffer): Buffer =>
  content.toString('latin1', 0, 6) === 'Exif\0\0' ? content.subarray(6) : content

const exifChunk = (orientation: number): Buffer => {
  const tiff = exifOfOrientation(orientation)
  const head = Buffer.from('EXIF\0\0\0\0')
  head.writeUInt32LE(tiff.length, 4)
  return Buffer.concat([head, tiff])
}
