// Ogg (RFC 3533) with Vorbis, Opus, FLAC, Theora or Speex: comments are written anew at their old length, so that no page moves.

import { type Edit, overwrite } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import type { Stripping } from './stripping.ts'
import { isLibrary, keptComments, readComments, writeComments } from './vorbis-comments.ts'

type Page = {
  readonly at: number
  readonly bytes: number
  readonly stream: number
  /** Lengths of its pieces; one under 255 ends a packet. */
  readonly pieces: readonly number[]
}

export const stripOgg = (source: MediaSource): Stripping => {
  const streams = new Map<number, Heads>()
  const pages: Page[] = []
  for (let at = 0; at < source.size; ) {
    const page = pageAt(source, at)
    if (page === 'cut-short' || page === 'unknown') return page
    const heads = streams.get(page.stream) ?? { packets: [], isOpen: false, isDone: false }
    streams.set(page.stream, heads)
    if (!heads.isDone) {
      pages.push(page)
      addPage(source, heads, page)
    }
    at += page.bytes
  }
  const edits: Edit[] = []
  for (const { packets } of streams.values()) {
    const found = editsOfHeads(packets)
    if (found === null) return 'unknown'
    edits.push(...found)
  }
  return { edits: [...edits, ...pages.flatMap(page => checksumOf(source, page, edits))] }
}

const pageAt = (source: MediaSource, at: number): Page | 'cut-short' | 'unknown' => {
  const head = source.read(at, 27)
  if (head.toString('latin1', 0, 4) !== 'OggS') return at + 4 > source.size ? 'cut-short' : 'unknown'
  const count = head[26] ?? 0
  const pieces = [...source.read(at + 27, count)]
  const bytes = 27 + count + pieces.reduce((sum, piece) => sum + piece, 0)
  if (head.length < 27 || at + bytes > source.size) return 'cut-short'
  return { at, bytes, stream: head.readUInt32LE(14), pieces }
}

type Piece = { readonly at: number; readonly bytes: Buffer }
type Heads = { readonly packets: Piece[][]; isOpen: boolean; isDone: boolean }

/** A cover can make them large. */
const mostHeadBytes = 32 * 1024 * 1024

const addPage = (source: MediaSource, heads: Heads, { at, pieces }: Page): void => {
  let start = at + 27 + pieces.length
  for (const length of pieces) {
    if (!heads.isOpen && isLastHead(heads.packets)) heads.isDone = true
    if (heads.isDone) return
    if (!heads.isOpen) heads.packets.push([])
    heads.packets.at(-1)?.push({ at: start, bytes: source.read(start, length) })
    heads.isOpen = length === 255
    start += length
  }
  const size = heads.packets.flat().reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > mostHeadBytes) throw new RangeError('comments')
}

const joined = (packet: readonly Piece[]): Buffer => Buffer.concat(packet.map(({ bytes }) => bytes))

const isFlac = (first: Buffer): boolean => first.toString('latin1', 0, 5) === '\x7fFLAC'

/** Comments are the second packet; FLAC says in each whether more come. */
const isLastHead = (packets: readonly (readonly Piece[])[]): boolean => {
  const [first, ...rest] = packets
  if (first === undefined || rest.length === 0) return false
  return !isFlac(joined(first)) || ((rest.at(-1)?.[0]?.bytes[0] ?? 0x80) & 0x80) !== 0
}

const editsOfHeads = (packets: readonly (readonly Piece[])[]): readonly Edit[] | null => {
  const [first = [], second = [], ...more] = packets
  const head = joined(first)
  if (isFlac(head)) return [second, ...more].flatMap(packet => spread(packet, flacBlock(joined(packet))))
  const start = commentStart(head, joined(second))
  return start === null ? null : spread(second, atSameLength(joined(second), start))
}

/** By the first packet of a stream. */
const commentStart = (head: Buffer, comments: Buffer): number | null => {
  const begins = (bytes: Buffer, words: string) => bytes.toString('latin1', 0, words.length) === words
  if (begins(head, '\x01vorbis') && begins(comments, '\x03vorbis')) return 7
  if (begins(head, '\x80theora') && begins(comments, '\x81theora')) return 7
  if (begins(head, 'OpusHead') && begins(comments, 'OpusTags')) return 8
  return begins(head, 'Speex   ') ? 0 : null
}

/** The name of the library takes up the room that is left. */
const atSameLength = (packet: Buffer, start: number): Buffer => {
  const { vendor, comments, end } = readComments(packet, start)
  const kept = keptComments(comments)
  const isClean =
    isLibrary(vendor) &&
    kept.length === comments.length &&
    kept.every((one, at) => one.equals(comments[at] ?? one))
  // What Opus has behind them is padding.
  const rest =
    packet.toString('latin1', 0, 8) === 'OpusTags' ? Buffer.alloc(packet.length - end) : packet.subarray(end)
  if (isClean) return Buffer.concat([packet.subarray(0, end), rest])
  const room = end - start - writeComments(Buffer.alloc(0), kept).length
  return Buffer.concat([packet.subarray(0, start), writeComments(Buffer.alloc(room, ' '), kept), rest])
}

/** Seek tables stay, comments are written anew, all else becomes padding. */
const flacBlock = (packet: Buffer): Buffer => {
  const kind = (packet[0] ?? 0) & 0x7f
  if (kind === 3) return packet
  if (kind === 4) return atSameLength(packet, 4)
  const padding = Buffer.alloc(packet.length)
  packet.copy(padding, 0, 0, 4)
  padding[0] = ((packet[0] ?? 0) & 0x80) | 1
  return padding
}

/** A packet back to where its pieces stood. */
const spread = (packet: readonly Piece[], bytes: Buffer): readonly Edit[] => {
  let from = 0
  return packet.map(piece => {
    const part = bytes.subarray(from, from + piece.bytes.length)
    from += part.length
    return overwrite(piece.at, part)
  })
}

const checksumOf = (source: MediaSource, page: Page, edits: readonly Edit[]): readonly Edit[] => {
  const inside = edits.filter(({ at }) => at >= page.at && at < page.at + page.bytes)
  if (inside.length === 0) return []
  const bytes = Buffer.from(source.read(page.at, page.bytes))
  for (const { at, bytes: part } of inside) bytes.set(part ?? [], at - page.at)
  bytes.writeUInt32LE(0, 22)
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(checksum(bytes))
  return [overwrite(page.at + 22, sum)]
}

const checksums = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

const checksum = (bytes: Uint8Array): number => {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 8) ^ (checksums[(sum >>> 24) ^ byte] ?? 0)) >>> 0
  return sum
}
