// WAV and AVI (RIFF, EBU Tech 3306): chunks that are not needed become JUNK of the same length, filled with zeros.

import { cut, type Edit, overwrite, zero } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import type { Stripping } from './stripping.ts'

const kept = new Set([
  ...['fmt ', 'data', 'fact', 'ds64', 'PEAK', 'cue ', 'smpl', 'inst', 'plst', 'slnt'],
  ...['avih', 'strh', 'strf', 'vprp', 'indx', 'idx1', 'dmlh'],
])
const keptLists = new Set(['hdrl', 'strl', 'odml', 'wavl', 'movi'])

export const stripRiff = (source: MediaSource): Stripping => {
  const edits: Edit[] = []
  for (let at = 0; at < source.size; ) {
    const head = source.read(at, 12)
    if (!/^(?:RIFF|RF64)/.test(head.toString('latin1'))) {
      edits.push(cut(at, source.size))
      break
    }
    const length = head.readUInt32LE(4)
    // Programs that write to a pipe do not know it.
    const end = length === 0 || length === unknownLength ? source.size : at + 8 + length
    if (end > source.size) return 'cut-short'
    const found = editsIn(source, at + 12, end)
    if (found === 'cut-short') return found
    edits.push(...found)
    at = end + (end % 2)
  }
  return { edits }
}

const unknownLength = 0xffff_ffff

const editsIn = (source: MediaSource, start: number, end: number): readonly Edit[] | 'cut-short' => {
  const edits: Edit[] = []
  let longLength = 0
  for (let at = start; at + 8 <= end; ) {
    const head = source.read(at, 20)
    const name = head.toString('latin1', 0, 4)
    if (name === 'ds64') longLength = Number(source.read(at + 16, 8).readBigUInt64LE(0))
    const said = head.readUInt32LE(4)
    const length = said === unknownLength && name === 'data' ? longLength || end - at - 8 : said
    const last = at + 8 + length
    if (last > end) return 'cut-short'
    const list = name === 'LIST' ? head.toString('latin1', 8, 12) : ''
    if (keptLists.has(list)) {
      const inside = list === 'movi' ? [] : editsIn(source, at + 12, last)
      if (inside === 'cut-short') return inside
      edits.push(...inside)
    } else if (!kept.has(name)) edits.push(overwrite(at, Buffer.from('JUNK')), zero(at + 8, last))
    at = last + (last % 2)
  }
  return edits
}
