// MP3: tags go from its beginning and its end (ID3, APE, Lyrics3), but for title, artist and cover; frames of sound stay.

import { cut, type Edit } from './edits.ts'
import { id3Bytes, strippedId3 } from './id3.ts'
import type { MediaSource } from './media-source.ts'
import type { Stripping } from './stripping.ts'

export const stripMp3 = (source: MediaSource): Stripping => {
  const { start, tag } = tagsInFront(source)
  if (start > source.size) return 'cut-short'
  const end = endOfSound(source, start)
  if (end === null) return 'unknown'
  const gaps = gapsBetweenFrames(source, start, end)
  if (gaps === null) return 'unknown'
  const first = gaps[0]?.at === start ? start + gaps[0].length : start
  // Some encoders count the tags too.
  if (bytesPromised(source, first) > source.size + slack) return 'cut-short'
  return { edits: [{ at: 0, length: start, bytes: tag }, ...gaps, cut(end, source.size)] }
}

/** Encoders count their own first frame, or do not. */
const slack = 2048

export const tagsInFront = (source: MediaSource): { readonly start: number; readonly tag: Buffer } => {
  let start = 0
  let tag: Buffer = Buffer.alloc(0)
  for (let bytes = id3Bytes(source.read(0, 10)); bytes > 0; bytes = id3Bytes(source.read(start, 10))) {
    if (start + bytes <= source.size && tag.length === 0) tag = strippedId3(source.read(start, bytes))
    start += bytes
  }
  return { start, tag }
}

/** For each of them what stands before it is read again. */
const mostTags = 100

/** Null where there are more tags behind it than anybody writes. */
export const endOfSound = (source: MediaSource, start: number): number | null => {
  let end = source.size
  for (let tags = 0; tags < mostTags; tags++) {
    const bytes = Math.min(tagBytesBefore(source, end), end - start)
    if (bytes <= 0) return end
    end -= bytes
  }
  return null
}

/** How many bytes a tag takes that ends there. */
const tagBytesBefore = (source: MediaSource, end: number): number => {
  const stands = (words: string, before: number) =>
    end >= before && source.read(end - before, words.length).toString('latin1') === words
  if (stands('TAG', 128)) return 128
  if (stands('TAG+', 227)) return 227
  if (stands('APETAGEX', 32)) {
    const foot = source.read(end - 32, 32)
    return foot.readUInt32LE(12) + ((foot[23] ?? 0) & 0x80 ? 32 : 0)
  }
  if (stands('LYRICS200', 9)) return 15 + Number.parseInt(source.read(end - 15, 6).toString('latin1'), 10)
  if (stands('3DI', 10)) return id3Bytes(Buffer.concat([Buffer.from('ID3'), source.read(end - 7, 7)]))
  if (!stands('LYRICSEND', 9)) return 0
  const before = Math.max(0, end - 5200)
  const found = source
    .read(before, end - before)
    .toString('latin1')
    .lastIndexOf('LYRICSBEGIN')
  return found === -1 ? 9 : end - before - found
}

/** ISO/IEC 11172-3 and 13818-3: bits a second by layer, in thousands. */
const rates = {
  newer: [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
  first: [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
} as const
const samplings = [44_100, 48_000, 32_000]

/** How long a frame is that begins so; 0 for what is none, null where its length is not said. */
const frameBytes = (head: Buffer): number | null => {
  if (head.length < 4 || (head.readUInt16BE(0) & 0xffe0) !== 0xffe0) return 0
  const [, kind = 0, speed = 0] = head
  const version = (kind >> 3) & 3
  const layer = 4 - ((kind >> 1) & 3)
  const sampling = samplings[(speed >> 2) & 3]
  if (version === 1 || layer === 4 || sampling === undefined || speed >> 4 === 15) return 0
  const rate = (version === 3 ? rates.first : rates.newer)[layer - 1]?.[speed >> 4] ?? 0
  if (rate === 0) return null
  const samples = sampling / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const filled = (speed >> 1) & 1
  if (layer === 1) return (Math.floor((12_000 * rate) / samples) + filled) * 4
  return Math.floor(((layer === 3 && version !== 3 ? 72_000 : 144_000) * rate) / samples) + filled
}

/** What stands between frames and is none; null when there are no frames. */
const gapsBetweenFrames = (source: MediaSource, start: number, end: number): readonly Edit[] | null => {
  const gaps: Edit[] = []
  let found = 0
  for (let at = start; at < end; ) {
    const bytes = frameBytes(source.read(at, 4))
    // Frames of any length: nobody can say where the next one begins.
    if (bytes === null) return gaps
    if (bytes > 0) {
      found++
      at += bytes
      continue
    }
    const next = nextFrame(source, at + 1, end)
    gaps.push(cut(at, next))
    at = next
  }
  return found === 0 ? null : gaps
}

/** Where a frame begins that another one follows. */
const nextFrame = (source: MediaSource, start: number, end: number): number => {
  for (let at = start; at < end; at++) {
    const bytes = frameBytes(source.read(at, 4))
    if (bytes === null || bytes === 0 || at + bytes > end) continue
    if (at + bytes === end || (frameBytes(source.read(at + bytes, 4)) ?? 0) > 0) return at
  }
  return end
}

/** As a first frame of no sound has it (Xing, Info); 0 where nothing is said. */
const bytesPromised = (source: MediaSource, at: number): number => {
  const head = source.read(at, 64)
  const found = head.indexOf(/Xing|Info/.exec(head.toString('latin1'))?.[0] ?? '\0\0none')
  if (found === -1) return 0
  const flags = head.readUInt32BE(found + 4)
  return flags & 2 ? source.read(at + found + 8 + (flags & 1 ? 4 : 0), 4).readUInt32BE(0) : 0
}
