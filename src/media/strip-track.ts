// A track of a film: what shows its picture and gives its sound stays; one that is not for readers goes with its samples.

import { type Box, blank, boxesIn, childOf, contentOf, type Film, keep, type Visit, within } from './boxes.ts'
import { isUncommonAvc, unplayedInBoxes } from './codecs.ts'
import { colour } from './colour-box.ts'
import { zero } from './edits.ts'
import { hasLocationIn } from './location-in-captions.ts'
import { blankSamples, chunkOffsets } from './sample-extents.ts'

/** Of its samples. */
export const tableOf = (film: Film, track: Box): Box | undefined =>
  ['mdia', 'minf', 'stbl'].reduce<Box | undefined>((box, name) => box && childOf(film, box, name), track)

/** When it was made, and when changed, behind the version. */
export const withoutTimes: Visit = ({ source }, { start }) => [
  zero(start + 4, start + (source.read(start, 1)[0] === 1 ? 20 : 12)),
]

/** The maker and the name, behind the kind. */
const withoutName: Visit = (_film, { start, end }) => [zero(Math.min(start + 12, end), end)]

const handlerOf = (film: Film, box: Box): string => {
  const handler = childOf(film, box, 'hdlr')
  return handler === undefined ? '' : contentOf(film, handler).toString('latin1', 8, 12)
}

const pictureHandlers = ['vide', 'auxv', 'pict']
const otherHandlers = ['soun', 'sbtl', 'subt', 'clcp']

export const track: Visit = (film, box) => {
  const media = childOf(film, box, 'mdia')
  const kind = media ? handlerOf(film, media) : ''
  if (pictureHandlers.includes(kind)) return inPictureTrack(film, box)
  const table = tableOf(film, box)
  const isShown = otherHandlers.includes(kind) && (kind === 'soun' || !table || !isOfDrone(film, table))
  if (isShown) return inOtherTrack(film, box)
  const header = childOf(film, box, 'tkhd')
  if (header) film.hiddenTracks.add(trackOf(contentOf(film, header)))
  return [...blank(film, box), ...(table ? blankSamples(film, table) : [])]
}

/** Captions that tell where the film was taken begin to do so at once. */
const isOfDrone = (film: Film, table: Box): boolean =>
  chunkOffsets(film, table)
    .slice(0, 8)
    .some(at => hasLocationIn(film.source.read(at, 2000).toString('latin1')))

const trackOf = (header: Buffer): number => header.readUInt32BE(header[0] === 1 ? 20 : 12)

/** Where an Apple film names a file, it may be one of the maker’s disk. */
const withoutPath: Visit = (_film, { start, end }) => [zero(Math.min(start + 4, end), end)]

const keptInPicture = [
  ...[
    'avcC',
    'hvcC',
    'vpcC',
    'av1C',
    'vvcC',
    'dvcC',
    'dvvC',
    'dvwC',
    'hvcE',
    'lhvC',
    'esds',
    'glbl',
    'd263',
    'sinf',
  ],
  ...['pasp', 'clap', 'btrt', 'fiel', 'gama', 'mdcv', 'clli', 'SmDm', 'CoLL', 'ccst', 'auxi', 'vexu', 'hfov'],
]

/** The name of a program stands in front of its boxes. */
const pictureEntry: Visit = (film, { start, end }) => [
  zero(start + 42, Math.min(start + 74, end)),
  ...within({ ...Object.fromEntries(keptInPicture.map(name => [name, keep])), colr: colour }, 78)(film, {
    name: '',
    at: start,
    start,
    end,
  }),
]

const sampleEntries =
  (isPicture: boolean): Visit =>
  (film, { start, end }) =>
    boxesIn(film.source, start + 8, end).flatMap(entry => {
      const unplayed = isSubtitle(entry.name) ? null : unplayedIn(film, entry)
      if (unplayed) film.unplayed.add(unplayed)
      return isPicture && entry.end - entry.start >= 78 ? pictureEntry(film, entry) : []
    })

const isSubtitle = (name: string): boolean =>
  ['tx3g', 'wvtt', 'stpp', 'c608', 'c708', 'text', 'sbtt'].includes(name)

const unplayedIn = (film: Film, entry: Box): string | null => {
  const { source } = film
  const config = entry.name.startsWith('avc') ? source.read(entry.start + 78 + 4, 6) : Buffer.alloc(0)
  const isUncommon =
    config.toString('latin1', 0, 4) === 'avcC' && isUncommonAvc(source.read(entry.start + 87, 1)[0] ?? 0)
  return isUncommon
    ? `H.264 video with more bits or colours than usual (${entry.name})`
    : unplayedInBoxes(entry.name)
}

const keptTables = [
  ...[
    'stts',
    'ctts',
    'cslg',
    'stss',
    'stps',
    'stsc',
    'stsz',
    'stz2',
    'stco',
    'co64',
    'sdtp',
    'sbgp',
    'sgpd',
    'subs',
  ],
  ...['saiz', 'saio', 'stsh', 'padb', 'stdp'],
]

const inTable = (isPicture: boolean) =>
  within({
    ...Object.fromEntries(keptTables.map(name => [name, keep])),
    stsd: sampleEntries(isPicture),
  })

const inMediaInformation = (isPicture: boolean) =>
  within({
    ...{
      vmhd: keep,
      smhd: keep,
      hmhd: keep,
      nmhd: keep,
      sthd: keep,
      gmhd: keep,
      hdlr: withoutName,
      stbl: inTable(isPicture),
    },
    dinf: within({
      dref: within({ 'url ': withoutPath, 'urn ': withoutPath, alis: withoutPath, rsrc: withoutPath }, 8),
    }),
  })

const inTrackOf = (isPicture: boolean) =>
  within({
    ...{ tkhd: withoutTimes, edts: keep, tapt: keep },
    tref: (film, box) =>
      boxesIn(film.source, box.start, box.end).flatMap(reference =>
        ['chap', 'cdsc', 'tmcd', 'hint'].includes(reference.name) ? blank(film, reference) : [],
      ),
    mdia: within({ mdhd: withoutTimes, hdlr: withoutName, elng: keep, minf: inMediaInformation(isPicture) }),
  })

const inPictureTrack = inTrackOf(true)
const inOtherTrack = inTrackOf(false)
