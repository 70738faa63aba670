// A video or sound file: whether its first bytes are those of its format, and the size of an MP4's picture.

import { statSync } from 'node:fs'
import type { Fault } from '../domain/problem.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import { digestOfMedia, type PublishedMedia, publishedMediaOf } from '../media/published-media.ts'
import { isFile, readPart } from '../system/files.ts'
import { missingFile } from './find-similar-file.ts'
import { nameNonMedia } from './name-format.ts'

export type MediaHead = PublishedMedia & {
  /** Of the file. */
  readonly digest: string
  /** CSS pixels; null for a sound, and for a video that does not say. */
  readonly size: { readonly width: number; readonly height: number } | null
}

const formats: readonly { readonly name: RegExp; readonly begins: (head: Buffer) => boolean }[] = [
  { name: /\.(?:mp4|m4a)$/i, begins: head => head.toString('latin1', 4, 8) === 'ftyp' },
  { name: /\.webm$/i, begins: head => head.readUInt32BE(0) === 0x1a45dfa3 },
  { name: /\.ogg$/i, begins: head => head.toString('latin1', 0, 4) === 'OggS' },
  {
    name: /\.mp3$/i,
    begins: head => head.toString('latin1', 0, 3) === 'ID3' || (head.readUInt16BE(0) & 0xffe0) === 0xffe0,
  },
]

/** More than a page should ask anybody to load. */
const mostMediaBytes = 200_000_000

/** `file` is how the fault names it. */
export const readMedia = (path: string, file: string): MediaHead | Fault => {
  if (!isFile(path)) {
    const { message, hint } = missingFile(path, file, 'add the file, or correct its name')
    return fault('missing', message, hint)
  }
  const { size } = statSync(path)
  if (size > mostMediaBytes) {
    const message = `${file} is too large: ${Math.ceil(size / 1_000_000)} MB`
    return fault('huge', message, `save it smaller: ${mostMediaBytes / 1_000_000} MB at most`)
  }
  const head = readPart(path, 0, 12)
  const format = formats.find(({ name }) => name.test(path))
  if (!format || head.length < 12 || !format.begins(head)) return unreadable(path, file)
  const published = publishedMediaOf(path, file)
  if ('code' in published) return published
  return {
    ...published,
    digest: digestOfMedia(path),
    size: /\.mp4$/i.test(path) ? sizeOfMp4(path, size) : null,
  }
}

const unreadable = (path: string, file: string): Fault => {
  const head = readPart(path, 0, 512)
  if (isLfsPointer(head)) return lfsPointer(file)
  const known = nameNonMedia(head)
  return known === null
    ? fault(
        'unreadable',
        `${file} is not in a format that browsers play`,
        'save it as MP4, WebM, MP3, M4A or Ogg',
      )
    : fault('unreadable', `${file} is ${known.name}`, known.advice)
}

const fault = (name: string, message: string, hint: string): Fault => ({
  code: `media-${name}`,
  message,
  hint,
})

type Box = { readonly name: string; readonly start: number; readonly end: number }

/** ISO/IEC 14496-12: the largest picture of all tracks. `bytes`: how many the file has. */
const sizeOfMp4 = (path: string, bytes: number): { width: number; height: number } | null => {
  for (let at = 0; at < bytes; ) {
    const box = boxAt(readPart(path, at, 16), 0, bytes - at)
    if (box === null) return null
    const { name, start, end } = box
    if (name === 'moov') return sizeInTracks(readPart(path, at + start, Math.min(end - start, longestIndex)))
    at += end
  }
  return null
}

/** Of a film of many hours; a file that says it has a longer one is damaged. */
const longestIndex = 64 * 1024 * 1024

/** Null for one that is damaged: it ends before its words begin, or behind `last`. A length of 0 means all the rest. */
const boxAt = (bytes: Buffer, at: number, last: number): Box | null => {
  if (bytes.length < at + 16) return null
  const short = bytes.readUInt32BE(at)
  const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
  const start = at + (short === 1 ? 16 : 8)
  const end = length === 0 ? last : at + length
  return end < start || end > last ? null : { name: bytes.toString('latin1', at + 4, at + 8), start, end }
}

const boxesIn = (bytes: Buffer, start: number, end: number): readonly Box[] => {
  const boxes: Box[] = []
  for (let at = start; at < end; ) {
    const box = boxAt(bytes, at, end)
    if (box === null) break
    boxes.push(box)
    at = box.end
  }
  return boxes
}

const sizeInTracks = (moov: Buffer): { width: number; height: number } | null => {
  const sizes = boxesIn(moov, 0, moov.length)
    .filter(({ name }) => name === 'trak')
    .flatMap(({ start, end }) => boxesIn(moov, start, end))
    .filter(({ name, start, end }) => name === 'tkhd' && end - start >= (moov[start] === 1 ? 96 : 84))
    .map(({ start }) => sizeInHeader(moov, start))
    .filter(({ width, height }) => width > 0 && height > 0)
  return sizes.sort((one, other) => other.width - one.width)[0] ?? null
}

/** Version 1 has three longer times. Behind the times stand the matrix, which may turn the picture, and its size in 16.16. */
const sizeInHeader = (bytes: Buffer, at: number): { width: number; height: number } => {
  const matrix = at + (bytes[at] === 1 ? 52 : 40)
  const isTurned = bytes.readInt32BE(matrix) === 0
  const across = Math.round(bytes.readUInt32BE(matrix + 36) / 65_536)
  const down = Math.round(bytes.readUInt32BE(matrix + 40) / 65_536)
  return isTurned ? { width: down, height: across } : { width: across, height: down }
}
