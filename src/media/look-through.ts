// Finds by its first bytes what a file is, and what its camera or program noted in it.
//
// A format a file (`strip-<format>.ts`). Each answers with edits that take the notes out and leave pixels,
// sound, colours and offsets as they are; `published-media.ts` applies them while a file is copied. What
// nobody here can read is refused rather than published unread.

import type { Fault } from '../domain/problem.ts'
import { effectiveEdits } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { stripGif } from './strip-gif.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'
import type { Found, Stripping } from './stripping.ts'

type Format = {
  readonly name: string
  /** `head`: its first 16 bytes, a letter each. */
  readonly isOf: (head: string, file: string) => boolean
  readonly strip: (source: MediaSource) => Stripping
}

const inMemory =
  (strip: (bytes: Buffer) => Stripping) =>
  (source: MediaSource): Stripping =>
    source.size > mostInMemory ? 'unknown' : strip(source.read(0, source.size))

/** Of what is read at once: no picture of a page is nearly as large. */
const mostInMemory = 256_000_000

const begins = (words: string) => (head: string) => head.startsWith(words)

const formats: readonly Format[] = [
  { name: 'JPEG', isOf: begins('\xff\xd8\xff'), strip: inMemory(stripJpeg) },
  { name: 'PNG', isOf: begins('\x89PNG\r\n\x1a\n'), strip: inMemory(stripPng) },
  { name: 'GIF', isOf: head => /^GIF8[79]a/.test(head), strip: inMemory(stripGif) },
  { name: 'WebP', isOf: head => /^RIFF[\s\S]{4}WEBP/.test(head), strip: inMemory(stripWebp) },
]

/** Empty edits for a file of no format that cameras and programs note things in. `file` is how a fault names it. */
export const lookThrough = (source: MediaSource, file: string): Found | Fault => {
  const head = source.read(0, 16).toString('latin1')
  const format = formats.find(({ isOf }) => isOf(head, file))
  if (format === undefined) return { edits: [] }
  const found = stripSafely(format, source)
  if (found === 'cut-short') return cutShort(file)
  if (found === 'unknown') return unknown(file, format.name)
  return { ...found, edits: effectiveEdits(source, found.edits) }
}

/** A damaged file may send a reader behind its end. */
const stripSafely = ({ strip }: Format, source: MediaSource): Stripping => {
  try {
    return strip(source)
  } catch (error) {
    if (error instanceof RangeError) return 'cut-short'
    throw error
  }
}

const cutShort = (file: string): Fault => ({
  code: 'media-cut-short',
  message: `${file} ends before it says it does: only a part of it is here`,
  hint: 'copy it again from its source, or export it again',
})

const unknown = (file: string, name: string): Fault => ({
  code: 'media-unread',
  message: `${file} is not built as ${name} files are, so nobody can say what its camera or program noted in it`,
  hint: 'open it in the program that made it, and export it again',
})
