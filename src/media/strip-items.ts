// AVIF and HEIF (ISO/IEC 23008-12): Exif and XMP are items among the pictures. Their content is blanked, their places stay.

import {
  type Box,
  blank,
  boxesIn,
  contentOf,
  type Film,
  insideMeta,
  keep,
  type Visit,
  within,
} from './boxes.ts'
import { colourOfItems } from './colour-box.ts'
import { type Edit, overwrite, zero } from './edits.ts'
import { exifOfOrientation } from './exif.ts'
import { Unreadable } from './stripping.ts'

/** The rest is notes: Exif, XMP, places of other kinds. */
const pictures = new Set([
  'av01',
  'hvc1',
  'vvc1',
  'avc1',
  'lhv1',
  'grid',
  'iovl',
  'iden',
  'tmap',
  'a1op',
  'jpeg',
])

/** Of pictures, and not of films, whose lists of notes have the same name. */
export const inItems: Visit = (film, box) => {
  const children = boxesIn(film.source, insideMeta(film, box), box.end)
  const handler = children.find(({ name }) => name === 'hdlr')
  if (!handler || contentOf(film, handler).toString('latin1', 8, 12) !== 'pict') return blank(film, box)
  const items = itemsIn(film, children)
  const notes = new Map(items.filter(({ kind }) => !pictures.has(kind)).map(({ id, kind }) => [id, kind]))
  const data = children.find(({ name }) => name === 'idat')
  return [
    ...within(rules, 4)(film, box),
    ...items.flatMap(({ name, at }) =>
      isUsual(name) ? [] : [overwrite(at, Buffer.alloc(name.length, ' '))],
    ),
    ...extentsIn(film, children, data?.start ?? 0).flatMap(({ id, at, end }) =>
      notes.has(id) ? emptyNote(notes.get(id) ?? '', at, end) : [],
    ),
  ]
}

const rules: Readonly<Record<string, Visit>> = {
  ...{
    pitm: keep,
    iinf: keep,
    iloc: keep,
    iprp: colourOfItems,
    iref: keep,
    idat: keep,
    grpl: keep,
    dinf: keep,
    ipro: keep,
  },
  hdlr: (_film, { start, end }) => [zero(Math.min(start + 24, end), end)],
}

const isUsual = (name: string): boolean => /^(?:Color|Alpha|Exif|XMP|Gain ?Map)?$/i.test(name)

type Item = { readonly id: number; readonly kind: string; readonly name: string; readonly at: number }

const itemsIn = (film: Film, children: readonly Box[]): readonly Item[] => {
  const list = children.find(({ name }) => name === 'iinf')
  if (!list) return []
  const skipped = film.source.read(list.start, 1)[0] === 0 ? 6 : 8
  return boxesIn(film.source, list.start + skipped, list.end).map(entry => itemOf(film, entry))
}

const itemOf = (film: Film, entry: Box): Item => {
  const content = contentOf(film, entry)
  const version = content[0] ?? 0
  // Older entries have no kind, and stand for notes only.
  if (version < 2) return { id: content.readUInt16BE(4), kind: '', name: '', at: 0 }
  const kindAt = version === 2 ? 8 : 10
  const nameAt = kindAt + 4
  const nameEnd = content.indexOf(0, nameAt)
  return {
    id: version === 2 ? content.readUInt16BE(4) : content.readUInt32BE(4),
    kind: content.toString('latin1', kindAt, nameAt),
    name: content.toString('latin1', nameAt, nameEnd === -1 ? content.length : nameEnd),
    at: entry.start + nameAt,
  }
}

type Extent = { readonly id: number; readonly at: number; readonly end: number }

/** `dataStart`: of the box that some items lie in. */
const extentsIn = (film: Film, children: readonly Box[], dataStart: number): readonly Extent[] => {
  const box = children.find(({ name }) => name === 'iloc')
  if (!box) return []
  const table = contentOf(film, box)
  const version = table[0] ?? 0
  if (version > 2) throw new Unreadable('places of items')
  const [offsetBytes, lengthBytes] = nibbles(table[4])
  const [baseBytes, indexBytes] = nibbles(table[5])
  let at = 6
  const take = (bytes: number): number => {
    at += bytes
    return bytes === 0
      ? 0
      : bytes === 8
        ? Number(table.readBigUInt64BE(at - 8))
        : table.readUIntBE(at - bytes, bytes)
  }
  const extents: Extent[] = []
  for (let count = take(version < 2 ? 2 : 4); count > 0; count--) {
    const id = take(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : take(2) & 15
    take(2)
    const base = take(baseBytes) + (method === 1 ? dataStart : 0)
    for (let left = take(2); left > 0; left--) {
      if (version > 0) take(indexBytes)
      const start = base + take(offsetBytes)
      const length = take(lengthBytes)
      if (method < 2) extents.push({ id, at: start, end: start + length })
    }
  }
  return extents
}

const nibbles = (byte = 0): readonly [number, number] => [byte >> 4, byte & 15]

/** Readers of Exif want something to read. Which way up it is stands elsewhere. */
const emptyNote = (kind: string, at: number, end: number): readonly Edit[] => {
  const exif = Buffer.concat([Buffer.alloc(4), exifOfOrientation(1)])
  return kind === 'Exif' && end - at >= exif.length
    ? [overwrite(at, exif), zero(at + exif.length, end)]
    : [zero(at, end)]
}
