// Finds by its first bytes what a file is, and what its camera or program noted in it.
//
// A format a file (`strip-<format>.ts`). Each answers with edits that take the notes out and leave pixels,
// sound, colours and offsets as they are; `published-media.ts` applies them while a file is copied. What
// nobody here can read is refused rather than published unread.

import type { Fault } from '../domain/problem.ts'
import { nameOf } from '../domain/site-paths.ts'
import { type Edit, effectiveEdits } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { stripDrawing } from './strip-drawing.ts'
import { stripFilm } from './strip-film.ts'
import { stripFlac } from './strip-flac.ts'
import { stripMp3 } from './strip-mp3.ts'
import { stripOgg } from './strip-ogg.ts'
import { stripsOfPictures } from './strip-picture.ts'
import { stripRiff } from './strip-riff.ts'
import { stripWebm } from './strip-webm.ts'
import { type Stripping, Unreadable } from './stripping.ts'

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

const filmBoxes = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'uuid']

const isTagged = (head: string): boolean => head.startsWith('ID3')

const formats: readonly Format[] = [
  { name: 'SVG', isOf: (_head, file) => /\.svg$/i.test(file), strip: inMemory(stripDrawing) },
  ...stripsOfPictures.map(({ name, begins, strip }) => ({
    name,
    isOf: (head: string) => begins.test(head),
    strip: inMemory(strip),
  })),
  { name: 'MP4', isOf: head => filmBoxes.includes(head.slice(4, 8)), strip: stripFilm },
  { name: 'WebM', isOf: head => head.startsWith('\x1aE\xdf\xa3'), strip: stripWebm },
  { name: 'Ogg', isOf: head => head.startsWith('OggS'), strip: stripOgg },
  {
    name: 'FLAC',
    isOf: (head, file) => head.startsWith('fLaC') || (isTagged(head) && /\.flac$/i.test(file)),
    strip: stripFlac,
  },
  { name: 'MP3', isOf: (head, file) => isTagged(head) || /\.mp[23]$/i.test(file), strip: stripMp3 },
  { name: 'WAV', isOf: head => /^(?:RIFF|RF64)[\s\S]{4}(?:WAVE|AVI )/.test(head), strip: stripRiff },
]

/** `warnings`: what is worth saying of a file that can be published. */
export type Looked = { readonly edits: readonly Edit[]; readonly warnings: readonly Fault[] }

/** Empty edits for a file of no format that cameras and programs note things in. `file` is how a fault names it. */
export const lookThrough = (source: MediaSource, file: string): Looked | Fault => {
  const head = source.read(0, 16).toString('latin1')
  const format = formats.find(({ isOf }) => isOf(head, file))
  if (format === undefined) return { edits: [], warnings: [] }
  const found = stripSafely(format, source)
  if (found === 'cut-short') return cutShort(file)
  if (found === 'unknown') return unknown(file, format.name)
  const { edits, unplayed = [] } = found
  return { edits, warnings: unplayed.length === 0 ? [] : [notPlayed(file, unplayed)] }
}

/** A damaged file may send a reader behind its end. */
const stripSafely = ({ strip }: Format, source: MediaSource): Stripping => {
  try {
    const found = strip(source)
    return typeof found === 'string' ? found : { ...found, edits: effectiveEdits(source, found.edits) }
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return 'unknown'
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

const notPlayed = (file: string, unplayed: readonly string[]): Fault => ({
  code: 'media-not-played',
  message: `${file} holds ${unplayed.join(' and ')}, which Firefox and many copies of Chrome do not play`,
  hint: exportAs(nameOf(file), unplayed),
})

const exportAs = (name: string, unplayed: readonly string[]): string => {
  const stem = name.replace(/\.[^.]*$/, '')
  return unplayed.every(each => each.includes('sound') && !each.includes('video'))
    ? `export it as AAC, or type ffmpeg -i ${name} -c:v copy -c:a aac ${stem}-new.${/\.m4a$/i.test(name) ? 'm4a' : 'mp4'}`
    : `export it as H.264 with AAC (iPhone: Settings, Camera, Formats, Most Compatible), or type ffmpeg -i ${name} -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart ${stem}-new.mp4`
}
