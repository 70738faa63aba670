// Where the samples of a track lie: so that those of a track which is not for readers can be blanked.

import { type Box, boxesIn, childOf, contentOf, type Film } from './boxes.ts'
import { type Edit, zero } from './edits.ts'
import { Unreadable } from './stripping.ts'

/** Of an index as a whole (stco, co64, stsc, stsz). `table`: its stbl. */
export const blankSamples = (film: Film, table: Box): readonly Edit[] => {
  const chunks = chunkOffsets(film, table)
  const bytesOf = sampleSizes(film, table)
  const inChunk = samplesInChunks(film, table)
  let sample = 0
  return chunks.map((at, index) => {
    const count = inChunk(index + 1)
    const length = bytesOf(sample, count)
    sample += count
    return zero(at, Math.min(at + length, film.source.size))
  })
}

const tableOf = (film: Film, stbl: Box, name: string): Buffer | null => {
  const box = childOf(film, stbl, name)
  return box === undefined ? null : contentOf(film, box)
}

export const chunkOffsets = (film: Film, stbl: Box): readonly number[] => {
  const short = tableOf(film, stbl, 'stco')
  if (short) return rowsOf(short, 4).map(at => short.readUInt32BE(at))
  const long = tableOf(film, stbl, 'co64')
  return long ? rowsOf(long, 8).map(at => Number(long.readBigUInt64BE(at))) : []
}

/** Where the rows of a table begin: behind its version, flags and count. */
const rowsOf = (table: Buffer, width: number): readonly number[] => {
  const count = table.readUInt32BE(4)
  if (8 + count * width > table.length) throw new Unreadable('a table is too short')
  return Array.from({ length: count }, (_, index) => 8 + index * width)
}

/** How many bytes so many samples take. */
const sampleSizes = (film: Film, stbl: Box): ((first: number, count: number) => number) => {
  const table = tableOf(film, stbl, 'stsz')
  if (table === null) throw new Unreadable('no sizes of samples')
  const same = table.readUInt32BE(4)
  return (first, count) => {
    if (same !== 0) return same * count
    let sum = 0
    for (let sample = first; sample < first + count; sample++) sum += table.readUInt32BE(12 + 4 * sample)
    return sum
  }
}

/** For one chunk after the other: a row holds for all chunks up to that of the next row. */
const samplesInChunks = (film: Film, stbl: Box): ((chunk: number) => number) => {
  const table = tableOf(film, stbl, 'stsc')
  const rows = table ? rowsOf(table, 12) : []
  let row = 0
  return chunk => {
    const next = rows[row + 1]
    if (table === null) return 0
    if (next !== undefined && table.readUInt32BE(next) <= chunk) row++
    return table.readUInt32BE((rows[row] ?? 0) + 4)
  }
}

/** Of a fragment (moof), whose offsets count from its own beginning. */
export const blankFragment = (film: Film, moof: Box): readonly Edit[] =>
  boxesIn(film.source, moof.start, moof.end)
    .filter(({ name }) => name === 'traf')
    .flatMap((traf, index) => blankRuns(film, moof, traf, index === 0))

const blankRuns = (film: Film, moof: Box, traf: Box, isFirst: boolean): readonly Edit[] => {
  const header = childOf(film, traf, 'tfhd')
  if (header === undefined) throw new Unreadable('no head of a fragment')
  const head = contentOf(film, header)
  const track = head.readUInt32BE(4)
  if (!film.hiddenTracks.has(track)) return []
  const flags = head.readUInt32BE(0) & 0xffffff
  const hasBase = (flags & 0x1) !== 0
  // Else it counts from the end of what another track has there.
  if (!hasBase && (flags & 0x20000) === 0 && !isFirst) throw new Unreadable('offsets of a fragment')
  const sizeAt = 8 + (hasBase ? 8 : 0) + (flags & 0x2 ? 4 : 0) + (flags & 0x8 ? 4 : 0)
  const usual = flags & 0x10 ? head.readUInt32BE(sizeAt) : (film.sampleBytes.get(track) ?? 0)
  const base = hasBase ? Number(head.readBigUInt64BE(8)) : moof.at
  const edits: Edit[] = []
  let at = base
  for (const run of boxesIn(film.source, traf.start, traf.end).filter(({ name }) => name === 'trun')) {
    const { start, end } = extentOfRun(contentOf(film, run), base, at, usual)
    edits.push(zero(start, Math.min(end, film.source.size)))
    at = end
  }
  return edits
}

const extentOfRun = (run: Buffer, base: number, next: number, usual: number) => {
  const flags = run.readUInt32BE(0) & 0xffffff
  const count = run.readUInt32BE(4)
  const start = flags & 0x1 ? base + run.readInt32BE(8) : next
  if ((flags & 0x200) === 0) return { start, end: start + count * usual }
  const first = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  const width = 4 * [0x100, 0x200, 0x400, 0x800].filter(flag => flags & flag).length
  const before = flags & 0x100 ? 4 : 0
  let end = start
  for (let row = 0; row < count; row++) end += run.readUInt32BE(first + row * width + before)
  return { start, end }
}
