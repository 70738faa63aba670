// MP4, MOV, M4A, 3GP: what is not needed to play is blanked where it stands, so that no offset changes.
//
// A box that goes becomes a `free` one of the same length, filled with zeros; a track that is not for readers
// (places, sensors, timecode, chapters) goes with its samples. Times of recording become 0, names of handlers
// and programs empty. Title, artist and cover of a sound stay.

import { type Box, boxAt, boxesIn, contentOf, type Film, keep, type Visit, visitOf, within } from './boxes.ts'
import { cut, type Edit, zero } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { blankFragment, chunkOffsets } from './sample-extents.ts'
import { inItems } from './strip-items.ts'
import { tableOf, track, withoutTimes } from './strip-track.ts'
import { inUserData } from './strip-user-data.ts'
import type { Stripping } from './stripping.ts'

export const stripFilm = (source: MediaSource): Stripping => {
  const film: Film = { source, hiddenTracks: new Set(), sampleBytes: new Map(), unplayed: new Set() }
  const boxes: Box[] = []
  const behind: Edit[] = []
  for (let at = 0; at < source.size; ) {
    const box = boxAt(source, at, source.size)
    if (box === null || box.end > source.size) {
      if (!isBehindFilm(source, at, box, boxes)) return 'cut-short'
      if (!isEmpty(source, at)) behind.push(cut(at, source.size))
      break
    }
    boxes.push(box)
    at = box.end
  }
  // A recorder that was stopped too early has not written its index. A part of a stream (moof) has its index elsewhere.
  if (!boxes.some(({ name }) => name === 'moov' || name === 'meta' || name === 'moof')) return 'cut-short'
  const ordered = [...boxes].sort((one, other) => Number(other.name === 'moov') - Number(one.name === 'moov'))
  const edits = [...ordered.flatMap(box => visitOf(atTop, box.name)(film, box)), ...behind]
  if (edits.some(({ at, length }) => at + length > source.size)) return 'cut-short'
  return endsTooEarly(film, boxes) ? 'cut-short' : { edits, unplayed: [...film.unplayed] }
}

/** What some cameras append is no box, or one of a name that no film has. */
const isBehindFilm = (source: MediaSource, at: number, box: Box | null, boxes: readonly Box[]): boolean =>
  isEmpty(source, at) ||
  (boxes.some(({ name }) => name === 'moov') && (box === null || !/^[a-z]{3,4}\d? ?$/.test(box.name)))

/** Zeros behind the last box. */
const isEmpty = (source: MediaSource, at: number): boolean =>
  source.size - at < 65_536 && source.read(at, source.size - at).every(byte => byte === 0)

const endsTooEarly = (film: Film, boxes: readonly Box[]): boolean =>
  boxes
    .filter(({ name }) => name === 'moov')
    .flatMap(({ start, end }) => boxesIn(film.source, start, end))
    .filter(({ name }) => name === 'trak')
    .flatMap(track => tableOf(film, track) ?? [])
    .some(table => chunkOffsets(film, table).some(at => at >= film.source.size))

const emptied: Visit = (_film, { start, end }) => [zero(start, end)]

const extendedTrack: Visit = (film, box) => {
  const content = contentOf(film, box)
  film.sampleBytes.set(content.readUInt32BE(4), content.readUInt32BE(16))
  return []
}

const inFragmentTrack = within(
  Object.fromEntries(
    ['tfhd', 'tfdt', 'trun', 'sbgp', 'sgpd', 'subs', 'saiz', 'saio', 'senc', 'sdtp'].map(name => [
      name,
      keep,
    ]),
  ),
)

const fragment: Visit = (film, box) => [
  ...within({ mfhd: keep, traf: inFragmentTrack, pssh: keep })(film, box),
  ...blankFragment(film, box),
]

const atTop: Readonly<Record<string, Visit>> = {
  ...{
    ftyp: keep,
    styp: keep,
    pdin: keep,
    mdat: keep,
    imda: keep,
    sidx: keep,
    ssix: keep,
    mfra: keep,
    pssh: keep,
  },
  ...{ free: emptied, skip: emptied, wide: emptied, moof: fragment, meta: inItems },
  moov: within({
    ...{ mvhd: withoutTimes, iods: keep, pssh: keep, trak: track, udta: inUserData },
    mvex: within({ mehd: keep, trex: extendedTrack, leva: keep, trep: keep }),
  }),
}
