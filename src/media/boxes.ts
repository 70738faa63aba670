// Boxes of ISO base media files and QuickTime (ISO/IEC 14496-12): MP4, MOV, M4A, 3GP, AVIF, HEIF.

import { type Edit, overwrite, zero } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { Unreadable } from './stripping.ts'

/** Its head stands at `at`, its content between `start` and `end`. */
export type Box = { readonly name: string; readonly at: number; readonly start: number; readonly end: number }

/** `end` may lie behind `last`, where the file was cut short. Null where no box can be. */
export const boxAt = (source: MediaSource, at: number, last: number): Box | null => {
  const head = source.read(at, 16)
  if (head.length < 8) return null
  const short = head.readUInt32BE(0)
  if (short === 1 && head.length < 16) return null
  const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
  const start = at + (short === 1 ? 16 : 8)
  const end = length === 0 ? last : at + length
  return end < start ? null : { name: head.toString('latin1', 4, 8), at, start, end }
}

/** All in another one. QuickTime ends some of them with four zeros. */
export const boxesIn = (source: MediaSource, start: number, end: number): readonly Box[] => {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end; ) {
    const box = boxAt(source, at, end)
    if (box === null || box.end > end) throw new Unreadable(`no box at ${at}`)
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** A film while its boxes are visited. */
export type Film = {
  readonly source: MediaSource
  /** Tracks that are not for readers. */
  readonly hiddenTracks: Set<number>
  /** How many bytes a sample of a track has where a fragment does not say. */
  readonly sampleBytes: Map<number, number>
  readonly unplayed: Set<string>
}

export type Visit = (film: Film, box: Box) => readonly Edit[]

export const keep: Visit = () => []

/** Its room stays, so that all that follows keeps its place. */
export const blank: Visit = (_film, { at, start, end }) => [
  overwrite(at + 4, Buffer.from('free')),
  zero(start, end),
]

/** Visits what is in it, behind so many bytes; what has no rule goes. */
export const within =
  (rules: Readonly<Record<string, Visit>>, skipped = 0): Visit =>
  (film, { start, end }) =>
    boxesIn(film.source, start + skipped, end).flatMap(box => visitOf(rules, box.name)(film, box))

export const visitOf = (rules: Readonly<Record<string, Visit>>, name: string): Visit =>
  (Object.hasOwn(rules, name) ? rules[name] : undefined) ?? blank

export const childOf = ({ source }: Film, { start, end }: Box, name: string): Box | undefined =>
  boxesIn(source, start, end).find(box => box.name === name)

/** Of a list of notes (meta): QuickTime has no version in front of what is in it. */
export const insideMeta = ({ source }: Film, { start }: Box): number =>
  source.read(start + 4, 4).toString('latin1') === 'hdlr' ? start : start + 4

/** Its content, which must not be larger than tables of a film are. */
export const contentOf = ({ source }: Film, { start, end }: Box): Buffer => {
  if (end - start > longestTable) throw new Unreadable('too large')
  return source.read(start, end - start)
}

const longestTable = 64 * 1024 * 1024
