// A film of a few bytes, box by box, with all that phones and cameras note in one.

import { secret } from './noted-pictures.ts'

export const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index)
  return bytes
}

export const box = (name: string, ...content: readonly Uint8Array[]): Buffer => {
  const all = Buffer.concat(content)
  return Buffer.concat([u32(all.length + 8), Buffer.from(name, 'latin1'), all])
}

export const words = (text: string): Buffer => Buffer.from(text, 'latin1')

const noted = words(secret)
const handler = (kind: string, name = secret) =>
  box('hdlr', u32(0, 0), words(kind), Buffer.alloc(12), words(name))

const visualEntry = (code: string, ...boxes: readonly Uint8Array[]): Buffer => {
  const head = Buffer.alloc(78)
  head.write('Secret', 42)
  return box(code, head, ...boxes)
}

export const avc = (profile: number): Buffer =>
  visualEntry('avc1', box('avcC', Buffer.from([1, profile, 0, 30, 0xff, 0xe0, 0])))

export const hevc = (): Buffer => visualEntry('hvc1', box('hvcC', Buffer.alloc(23)))

/** Where its samples lie is known once the file is laid out. */
export type TrackPlan = {
  readonly id: number
  readonly kind: string
  readonly entry: Uint8Array
  readonly samples: readonly string[]
}

const soundEntry = (code = 'mp4a'): Buffer => box(code, Buffer.alloc(28))

export const picture: TrackPlan = { id: 1, kind: 'vide', entry: avc(66), samples: ['pict', 'ures'] }
export const sound: TrackPlan = { id: 2, kind: 'soun', entry: soundEntry(), samples: ['noise'] }
/** As phones and action cameras have it. */
export const places: TrackPlan = {
  id: 3,
  kind: 'meta',
  entry: box('mebx', Buffer.alloc(8), box('keys', noted)),
  samples: [`${secret} 1`, `${secret} 2`],
}

const times = (count: number) =>
  u32(0, 3_800_000_000, 3_800_000_001, ...Array.from({ length: count }, () => 7))

const trackBox = ({ id, kind, entry, samples }: TrackPlan, starts: readonly number[]): Buffer =>
  box(
    'trak',
    box('tkhd', u32(0, 3_800_000_000, 3_800_000_000, id), Buffer.alloc(68)),
    box('udta', box('name', noted)),
    box('tref', box('cdsc', u32(1)), box('chap', u32(9))),
    box(
      'mdia',
      box('mdhd', times(3)),
      handler(kind),
      box(
        'minf',
        box('dinf', box('dref', u32(0, 1), box('alis', u32(1), noted))),
        box(
          'stbl',
          box('stsd', u32(0, 1), entry),
          box('stts', u32(0, 0)),
          box('stsc', u32(0, 1, 1, 1, 1)),
          box('stsz', u32(0, 0, samples.length, ...samples.map(sample => sample.length))),
          box('stco', u32(0, starts.length, ...starts)),
        ),
      ),
    ),
    box('meta', handler('mdta'), box('keys', noted)),
  )

/** As iTunes writes them. */
const tags = box(
  'meta',
  u32(0),
  handler('mdir'),
  box(
    'ilst',
    box('\xa9nam', box('data', u32(1, 0), words('Evening talk'))),
    box('\xa9ART', box('data', u32(1, 0), words('Asha Rao'))),
    box('\xa9cmt', box('data', u32(1, 0), noted)),
    box('----', box('mean', u32(0), noted)),
  ),
)

const userData = box(
  'udta',
  box('\xa9xyz', words('\0\x12\x15\xc7+52.3702+004.8952/'), noted),
  box('loci', u32(0), noted),
  box('SNum', noted),
  tags,
  Buffer.alloc(4),
)

const top = box('uuid', Buffer.alloc(16, 1), noted)

const ftyp = box('ftyp', words('isom'), u32(0), words('isommp42'))

/** `isIndexLast`: as recorders write it. */
export const filmOf = (tracks: readonly TrackPlan[], isIndexLast = false): Buffer => {
  const data = tracks.flatMap(({ samples }) => samples).join('')
  const index = (start: number) => {
    let at = start
    const starts = tracks.map(({ samples }) =>
      samples.map(({ length }) => {
        at += length
        return at - length
      }),
    )
    return box(
      'moov',
      box('mvhd', times(24)),
      ...tracks.map((track, number) => trackBox(track, starts[number] ?? [])),
      userData,
      box('meta', handler('mdta'), box('keys', noted)),
      box('GPS ', noted),
      box('free', noted),
    )
  }
  const before = ftyp.length + top.length + (isIndexLast ? 0 : index(0).length) + 8
  const parts = isIndexLast
    ? [box('mdat', words(data)), index(before)]
    : [index(before), box('mdat', words(data))]
  return Buffer.concat([ftyp, top, ...parts, box('skip', noted), box('sefd', noted)])
}

/** In pieces that each tell where their samples lie, as streams and browsers have it. */
export const filmInFragments = (tracks: readonly TrackPlan[]): Buffer => {
  const index = box(
    'moov',
    box('mvhd', times(24)),
    ...tracks.map(track => trackBox({ ...track, samples: [] }, [])),
    box('mvex', ...tracks.map(({ id }) => box('trex', u32(0, id, 1, 0, 0, 0)))),
  )
  const run = ({ id, samples }: TrackPlan, start: number) =>
    box(
      'traf',
      box('tfhd', u32(0x020000, id)),
      box('trun', u32(0x201, samples.length, start, ...samples.map(({ length }) => length))),
      box('uuid', Buffer.alloc(16), noted),
    )
  const fragment = (first: number) => {
    let at = first
    return box(
      'moof',
      box('mfhd', u32(0, 1)),
      ...tracks.map(track => {
        const start = at
        at += track.samples.join('').length
        return run(track, start)
      }),
    )
  }
  const head = fragment(0).length + 8
  const data = words(tracks.flatMap(({ samples }) => samples).join(''))
  return Buffer.concat([ftyp, index, fragment(head), box('mdat', data), box('emsg', noted)])
}
