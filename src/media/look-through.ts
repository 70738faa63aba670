// Finds by its first bytes what a file is, and what its camera or program noted in it.
//
// A format a file (`strip-<format>.ts`). Each answers with edits that take the notes out and leave pixels,
// sound, colours and offsets as they are; `published-media.ts` applies them while a file is copied. What
// nobody here can read is refused rather than published unread.

import type { Fault } from '../domain/problem.ts'
import { type Edit, effectiveEdits } from './edits.ts'
import { isRevealingTiff, isTiff, unreadKind } from './foreign-formats.ts'
import { isLfsPointer, lfsPointer } from './lfs-pointer.ts'
import { hasLocationIn } from './location-in-captions.ts'
import { faultOf, warningsOf } from './media-faults.ts'
import type { MediaSource } from './media-source.ts'
import { notesOfPdf } from './notes-of-pdf.ts'
import { notesOfTar } from './notes-of-tar.ts'
import { notesOfPostScript, notesOfRtf, notesOfText } from './notes-of-text.ts'
import { notesOfZip } from './notes-of-zip.ts'
import { beginsAac, stripAac } from './strip-aac.ts'
import { stripCaptions } from './strip-captions.ts'
import { stripPageText } from './strip-data-addresses.ts'
import { stripDrawing } from './strip-drawing.ts'
import { stripFilm } from './strip-film.ts'
import { stripFlac } from './strip-flac.ts'
import { stripIcon } from './strip-icon.ts'
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

/** A document is published as it is. */
const revealingOf =
  (notesIn: (bytes: Buffer) => readonly string[]) =>
  (bytes: Buffer): Stripping => ({ edits: [], revealed: notesIn(bytes) })

const pageText = (bytes: Buffer): Stripping => {
  const found = stripPageText(bytes)
  return typeof found === 'string' ? found : { ...found, revealed: notesOfText(bytes) }
}

const filmBoxes = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'uuid']

const endsIn =
  (endings: RegExp) =>
  (file: string): boolean =>
    endings.test(file)

const isFilm = endsIn(/\.(?:mp4|m4[abv]|mov|qt|3g[p2])$/i)
const isTagged = (head: string): boolean => /^ID3[\x02-\x04]/.test(head)

const formats: readonly Format[] = [
  { name: 'SVG', isOf: (_head, file) => /\.svg$/i.test(file), strip: inMemory(stripDrawing) },
  { name: 'HTML', isOf: (_head, file) => /\.(?:x?html?|css)$/i.test(file), strip: inMemory(pageText) },
  {
    name: 'text',
    isOf: (_head, file) =>
      /\.(?:m?js|map|\w*json(?:ld)?|ipynb|xml|[ct]sv|ya?ml|gpx|kml|dxf|txt|md|webmanifest)$/i.test(file),
    strip: inMemory(revealingOf(notesOfText)),
  },
  ...stripsOfPictures.map(({ name, begins, strip }) => ({
    name,
    isOf: (head: string) => begins.test(head),
    strip: inMemory(strip),
  })),
  // The words of a text may look like the name of a box.
  {
    name: 'MP4',
    isOf: (head, file) => isFilm(file) || (head.startsWith('\0') && filmBoxes.includes(head.slice(4, 8))),
    strip: stripFilm,
  },
  { name: 'WebM', isOf: head => head.startsWith('\x1aE\xdf\xa3'), strip: stripWebm },
  { name: 'Ogg', isOf: head => head.startsWith('OggS'), strip: stripOgg },
  {
    name: 'FLAC',
    isOf: (head, file) => head.startsWith('fLaC') || (isTagged(head) && /\.flac$/i.test(file)),
    strip: stripFlac,
  },
  {
    name: 'AAC',
    isOf: (head, file) => beginsAac(head) || (isTagged(head) && /\.aac$/i.test(file)),
    strip: stripAac,
  },
  { name: 'MP3', isOf: (head, file) => isTagged(head) || /\.mp[23]$/i.test(file), strip: stripMp3 },
  { name: 'WAV', isOf: head => /^(?:RIFF|RF64)[\s\S]{4}(?:WAVE|AVI )/.test(head), strip: stripRiff },
  { name: 'WebVTT', isOf: head => /^(?:\xef\xbb\xbf)?WEBVTT/.test(head), strip: inMemory(stripCaptions) },
  {
    name: 'ICO',
    isOf: (head, file) => head.startsWith('\0\0\x01\0') && /\.ico$/i.test(file),
    strip: inMemory(stripIcon),
  },
  {
    name: 'PDF',
    isOf: (head, file) => head.startsWith('%PDF-') || /\.pdf$/i.test(file),
    strip: inMemory(revealingOf(notesOfPdf)),
  },
  { name: 'ZIP', isOf: head => head.startsWith('PK\x03\x04'), strip: inMemory(revealingOf(notesOfZip)) },
  { name: 'TAR', isOf: (_head, file) => /\.tar$/i.test(file), strip: inMemory(revealingOf(notesOfTar)) },
  {
    name: 'SubRip',
    isOf: (_head, file) => /\.srt$/i.test(file),
    strip: inMemory(bytes => ({
      edits: [],
      revealed: hasLocationIn(bytes.toString('latin1', 0, 4000)) ? ['where a film was taken'] : [],
    })),
  },
  { name: 'RTF', isOf: head => head.startsWith('{\\rtf'), strip: inMemory(revealingOf(notesOfRtf)) },
  {
    name: 'PostScript',
    isOf: head => head.startsWith('%!PS'),
    strip: inMemory(revealingOf(notesOfPostScript)),
  },
  { name: 'TIFF', isOf: isTiff, strip: source => (isRevealingTiff(source) ? 'revealing' : { edits: [] }) },
  { name: 'other', isOf: (head, file) => unreadKind(head, file) !== null, strip: () => 'unreadable-kind' },
  // Browsers look for the beginning of a picture where nobody here does.
  {
    name: 'picture or sound',
    isOf: (head, file) =>
      head !== '' &&
      /\.(?:jpe?g|jfif|png|apng|gif|webp|avif|heic|tiff?|webm|og[agv]|opus|flac|wav|aac)$/i.test(file),
    strip: () => 'unknown',
  },
]

/** `warnings`: what is worth saying of a file that can be published. */
export type Looked = { readonly edits: readonly Edit[]; readonly warnings: readonly Fault[] }

/** Empty edits for a file of no format that cameras and programs note things in. `file` is how a fault names it. */
export const lookThrough = (source: MediaSource, file: string): Looked | Fault => {
  const head = source.read(0, 16).toString('latin1')
  if (head.startsWith('version ') && isLfsPointer(source.read(0, 64))) return lfsPointer(file)
  const format = formats.find(({ isOf }) => isOf(head, file))
  if (format === undefined) return { edits: [], warnings: [] }
  const found = stripSafely(format, source)
  if (typeof found === 'string') return faultOf(found, file, unreadKind(head, file) ?? format.name)
  return { edits: found.edits, warnings: warningsOf(found, file) }
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
