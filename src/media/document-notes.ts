// What documents and archives say of who made them. They are published as they are, so an editor is warned.

import { inflateRawSync, inflateSync } from 'node:zlib'
import { tagsOf } from './exif.ts'

/** “its author: Jane Rao”; each once. */
export type DocumentNotes = readonly string[]

const longestPart = 64 * 1024 * 1024

/** PDF (ISO 32000-1, 14.3): the author and paths in its dictionary, in packed parts too; the place of photos in it. */
export const notesOfPdf = (bytes: Buffer): DocumentNotes => {
  const text = bytes.toString('latin1')
  const all = [text, ...packedParts(bytes, text)]
  const authors = all.flatMap(part => [
    ...[...part.matchAll(/\/Author\s*(\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-f\s]*>)/gi)].map(([, value = '']) =>
      pdfText(value),
    ),
    ...inXml(part, 'dc:creator|pdf:Author'),
  ])
  const paths = all.flatMap(part =>
    [...part.matchAll(/\/Title\s*(\((?:\\[\s\S]|[^\\()])*\))/g)].flatMap(([, value = '']) =>
      pathIn(pdfText(value)),
    ),
  )
  return notes(authors, paths, hasLocation(bytes))
}

/** Objects and metadata may be packed. */
const packedParts = (bytes: Buffer, text: string): readonly string[] =>
  [...text.matchAll(/\/Type\s*\/(?:ObjStm|Metadata)\b[\s\S]{0,400}?stream\r?\n/g)].flatMap(
    ({ index, 0: head }) => {
      try {
        const start = index + head.length
        const end = text.indexOf('endstream', start)
        return [
          inflateSync(bytes.subarray(start, end), { maxOutputLength: longestPart, finishFlush: 2 }).toString(
            'latin1',
          ),
        ]
      } catch {
        return []
      }
    },
  )

const pdfText = (written: string): string => {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.replace(/[^0-9a-f]/gi, ''), 'hex')
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\([0-7]{1,3})/g, (_all, digits: string) =>
            String.fromCharCode(Number.parseInt(digits, 8)),
          )
          .replace(/\\([\s\S])/g, '$1'),
        'latin1',
      )
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1')
}

/** ZIP archives, and the documents of office programs, which are some. */
export const notesOfZip = (bytes: Buffer): DocumentNotes => {
  const entries = entriesOf(bytes)
  const properties = entries
    .filter(({ name }) => /^(?:docProps\/(?:core|app)\.xml|meta\.xml)$/.test(name))
    .map(entry => contentOf(bytes, entry).toString('utf8'))
  const authors = properties.flatMap(text =>
    inXml(text, 'dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|Manager|Company'),
  )
  const located = entries.filter(
    entry =>
      /\.(?:jpe?g|png|webp|heic|tiff?|mp4|mov|m4v)$/i.test(entry.name) &&
      hasLocation(contentOf(bytes, entry)),
  )
  return notes(authors, [], located.length > 0)
}

type Entry = {
  readonly name: string
  readonly isPacked: boolean
  readonly at: number
  readonly bytes: number
}

const entriesOf = (bytes: Buffer): readonly Entry[] => {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) return []
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === 0x02014b50; left--) {
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      isPacked: bytes.readUInt16LE(at + 10) === 8,
      bytes: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const contentOf = (bytes: Buffer, { at, bytes: size, isPacked }: Entry): Buffer => {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + size)
  try {
    return isPacked ? inflateRawSync(content, { maxOutputLength: longestPart }) : content
  } catch {
    return Buffer.alloc(0)
  }
}

const inXml = (text: string, names: string): readonly string[] =>
  [...text.matchAll(new RegExp(`<(${names})(?:\\s[^>]*)?>([\\s\\S]{0,2000}?)</\\1>`, 'g'))].map(
    ([, , inside = '']) =>
      inside
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  )

const pathIn = (text: string): readonly string[] =>
  /(?:file:\/\/|[a-z]:\\|\/(?:Users|home)\/)\S+/i.exec(text) ?? []

const gpsTag = 0x8825

/** Of a photo or film anywhere in it. */
const hasLocation = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf('Exif\0\0'); at !== -1; at = bytes.indexOf('Exif\0\0', at + 6))
    if (tagsOf(bytes.subarray(at + 6, at + 65_536)).includes(gpsTag)) return true
  return ['\xa9xyz', 'GPSLatitude', 'location.ISO6709'].some(words => bytes.includes(words, 0, 'latin1'))
}

const notes = (authors: readonly string[], paths: readonly string[], isLocated: boolean): DocumentNotes => {
  const named = [...new Set(authors.filter(name => name.trim() !== ''))].slice(0, 3)
  return [
    ...(named.length > 0 ? [`who made it: ${named.join(', ')}`] : []),
    ...[...new Set(paths)].slice(0, 1).map(path => `a path of somebody’s disk: ${path}`),
    ...(isLocated ? ['where its photos were taken'] : []),
  ]
}
