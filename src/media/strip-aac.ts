// AAC as it is streamed (ADTS, ISO/IEC 13818-7): the tags of an MP3 may stand around its frames, and go as they go there.

import { cut } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { endOfSound, tagsInFront } from './strip-mp3.ts'
import type { Stripping } from './stripping.ts'

export const beginsAac = (head: string): boolean => /^\xff[\xf0\xf1\xf8\xf9]/.test(head)

export const stripAac = (source: MediaSource): Stripping => {
  const { start, tag } = tagsInFront(source)
  if (start > source.size) return 'cut-short'
  if (!beginsAac(source.read(start, 2).toString('latin1'))) return 'unknown'
  const end = endOfSound(source, start)
  return end === null ? 'unknown' : { edits: [{ at: 0, length: start, bytes: tag }, cut(end, source.size)] }
}
