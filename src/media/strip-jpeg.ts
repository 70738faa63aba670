// JPEG (ITU-T T.81, JFIF, ICC.1): keeps what decoding needs, the colour profile and which way up it is.
//
// Cameras append pictures behind the end (MPF), and programs note themselves in any of sixteen kinds of
// segments; all of that goes.

import { cut, type Edit, zero } from './edits.ts'
import { exifOfOrientation, orientationIn } from './exif.ts'
import { personalRanges } from './icc.ts'
import type { Stripping } from './stripping.ts'

const sos = 0xda
const eoi = 0xd9

/** Frames, tables, intervals and scans. */
const isOfPicture = (code: number): boolean =>
  (code >= 0xc0 && code <= 0xcf && code !== 0xc8) || (code >= 0xda && code <= 0xdf)

const isNote = (code: number): boolean => (code >= 0xe0 && code <= 0xef) || code === 0xfe

export const stripJpeg = (bytes: Buffer): Stripping => {
  const edits: Edit[] = []
  const profile: { readonly start: number; readonly end: number }[] = []
  for (let at = 2; ; ) {
    const start = bytes.indexOf(0xff, at)
    if (start === -1) return 'cut-short'
    let marker = start
    while (bytes[marker + 1] === 0xff) marker++
    // Nothing belongs between two segments; decoders skip it.
    if (marker > at) edits.push(cut(at, marker))
    const code = bytes[marker + 1]
    if (code === undefined) return 'cut-short'
    if (code === eoi) {
      if (bytes.length > marker + 2) edits.push(cut(marker + 2, bytes.length))
      return { edits: [...edits, ...editsOfProfile(bytes, profile)] }
    }
    if (!isOfPicture(code) && !isNote(code)) return 'unknown'
    if (marker + 4 > bytes.length) return 'cut-short'
    const end = marker + 2 + bytes.readUInt16BE(marker + 2)
    if (end > bytes.length) return 'cut-short'
    if (end < marker + 4) return 'unknown'
    if (code === 0xe2 && begins(bytes, marker + 4, profileMark)) profile.push({ start: marker + 18, end })
    else if (isNote(code)) edits.push(...editsOfNote(bytes, code, marker, end))
    at = code === sos ? endOfScan(bytes, end) : end
  }
}

/** Where the next marker stands that is neither a filled byte nor a restart. */
const endOfScan = (bytes: Buffer, start: number): number => {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1] ?? eoi
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2
    else if (next === 0xff) at += 1
    else return at
  }
  return bytes.length
}

const begins = (bytes: Buffer, at: number, words: string): boolean =>
  bytes.toString('latin1', at, at + words.length) === words

/** Its number, and how many there are, stand behind that. */
const profileMark = 'ICC_PROFILE\0'

/** It lies in pieces, one a segment. */
const editsOfProfile = (
  bytes: Buffer,
  pieces: readonly { readonly start: number; readonly end: number }[],
): readonly Edit[] => {
  const ranges = personalRanges(Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end))))
  let before = 0
  return pieces.flatMap(({ start, end }) => {
    const shift = start - before
    before += Math.max(0, end - start)
    return ranges
      .map(range => ({ from: Math.max(start, range.start + shift), to: Math.min(end, range.end + shift) }))
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => zero(from, to))
  })
}

const editsOfNote = (bytes: Buffer, code: number, start: number, end: number): readonly Edit[] => {
  const content = start + 4
  const is = (words: string) => begins(bytes, content, words)
  if (code === 0xe0 && is('JFIF\0') && end - content >= 14) return withoutThumbnail(bytes, content, end)
  // Says how the colours are coded.
  if (code === 0xee && is('Adobe') && end - content >= 12) return shortened(bytes, start, content + 12, end)
  const orientation = code === 0xe1 && is('Exif\0') ? orientationIn(bytes.subarray(content + 6, end)) : 1
  const rest = orientation === 1 ? new Uint8Array() : segmentOf(orientation)
  return [{ at: start, length: end - start, bytes: rest }]
}

/** A thumbnail may show what was cut away. */
const withoutThumbnail = (bytes: Buffer, content: number, end: number): readonly Edit[] =>
  end - content === 14 && bytes.readUInt16BE(content + 12) === 0 ? [] : [sized(bytes, content, end)]

const sized = (bytes: Buffer, content: number, end: number): Edit => ({
  at: content - 2,
  length: end - content + 2,
  bytes: Buffer.concat([Buffer.from([0, 16]), bytes.subarray(content, content + 12), Buffer.alloc(2)]),
})

const shortened = (bytes: Buffer, start: number, last: number, end: number): readonly Edit[] =>
  last === end
    ? []
    : [
        {
          at: start + 2,
          length: end - start - 2,
          bytes: Buffer.concat([Buffer.from([0, last - start - 2]), bytes.subarray(start + 4, last)]),
        },
      ]

const segmentOf = (orientation: number): Buffer => {
  const tiff = exifOfOrientation(orientation)
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, 8 + tiff.length]), Buffer.from('Exif\0\0'), tiff])
}
