// WebM and Matroska (RFC 9559): tags, chapters, attachments, titles and dates become Void elements of the same length.

import { unplayedInWebm } from './codecs.ts'
import { type Element, elementAt, elementsIn, emptied } from './ebml.ts'
import { cut, type Edit, overwrite } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import type { Stripping } from './stripping.ts'

const id = {
  ...{ header: 0x1a45dfa3, segment: 0x18538067, seekHead: 0x114d9b74, info: 0x1549a966, tracks: 0x1654ae6b },
  ...{ cues: 0x1c53bb6b, cluster: 0x1f43b675, empty: 0xec, checksum: 0xbf, seek: 0x4dbb, seekId: 0x53ab },
  ...{ scale: 0x2ad7b1, duration: 0x4489, muxer: 0x4d80, writer: 0x5741 },
  ...{ entry: 0xae, kind: 0x83, code: 0x86, name: 0x536e, codeName: 0x258688, attachment: 0x7446 },
} as const

/** Of a track: video, audio, subtitle. */
const shownKinds = [1, 2, 17]

export const stripWebm = (source: MediaSource): Stripping => {
  const head = elementAt(source, 0, source.size)
  const segment = elementAt(source, head.end, source.size)
  if (head.id !== id.header || segment.id !== id.segment) return 'unknown'
  if (segment.end > source.size) return 'cut-short'
  const edits: Edit[] = segment.end < source.size ? [cut(segment.end, source.size)] : []
  const unplayed = new Set<string>()
  for (let at = segment.start; at < segment.end; ) {
    const element = childAt(source, at, segment.end)
    if (element.end > segment.end) return 'cut-short'
    const found = editsOf(source, element, unplayed)
    if (found === 'unknown') return found
    edits.push(...found)
    at = element.end
  }
  return { edits, unplayed: [...unplayed] }
}

/** A cluster that does not say how long it is ends where the next element of its rank begins. */
const childAt = (source: MediaSource, at: number, last: number): Element => {
  const element = elementAt(source, at, last)
  if (!element.isOpen) return element
  let end = element.start
  while (end < last) {
    const inside = elementAt(source, end, last)
    if (inside.id === id.cluster || inside.id === id.cues || inside.id > 0xffffff) break
    end = inside.end
  }
  return { ...element, end }
}

const editsOf = (
  source: MediaSource,
  element: Element,
  unplayed: Set<string>,
): readonly Edit[] | 'unknown' => {
  if (element.id === id.cluster || element.id === id.cues) return []
  if (element.id === id.seekHead) return editsOfSeeks(source, element)
  if (element.id === id.info) return editsOfInfo(source, element)
  return element.id === id.tracks ? editsOfTracks(source, element, unplayed) : emptied(element)
}

/** What was changed has another checksum: it may do without. */
const withoutChecksum = (source: MediaSource, element: Element, edits: readonly Edit[]): readonly Edit[] =>
  edits.length === 0
    ? []
    : [
        ...edits,
        ...elementsIn(source, element)
          .filter(child => child.id === id.checksum)
          .flatMap(emptied),
      ]

const kept = new Set<number>([id.info, id.tracks, id.cues, id.cluster, id.seekHead])

/** Ways to what is no more there. */
const editsOfSeeks = (source: MediaSource, element: Element): readonly Edit[] => {
  const gone = elementsIn(source, element).filter(
    child =>
      child.id === id.seek &&
      !kept.has(
        numberIn(
          source,
          elementsIn(source, child).find(one => one.id === id.seekId),
        ),
      ),
  )
  return withoutChecksum(source, element, gone.flatMap(emptied))
}

const numberIn = (source: MediaSource, element: Element | undefined): number => {
  const bytes = element
    ? source.read(element.start, Math.min(6, element.end - element.start))
    : Buffer.alloc(0)
  return bytes.length === 0 ? 0 : bytes.readUIntBE(0, bytes.length)
}

const editsOfInfo = (source: MediaSource, element: Element): readonly Edit[] =>
  withoutChecksum(
    source,
    element,
    elementsIn(source, element).flatMap(child => {
      if ([id.scale, id.duration, id.checksum, id.empty].some(known => known === child.id)) return []
      // They must be there, and may say nothing.
      if (child.id === id.muxer || child.id === id.writer)
        return isProgram(source, child)
          ? []
          : [overwrite(child.start, Buffer.alloc(child.end - child.start, ' '))]
      return emptied(child)
    }),
  )

const isProgram = (source: MediaSource, { start, end }: Element): boolean =>
  /^(?:(?:Lavf|libwebm|libmatroska|Chrome|QTmuxingAppLibWebM)[^/\\]{0,40}|[ \0]*)$/.test(
    source.read(start, end - start).toString('latin1'),
  )

const editsOfTracks = (
  source: MediaSource,
  element: Element,
  unplayed: Set<string>,
): readonly Edit[] | 'unknown' => {
  const edits: Edit[] = []
  for (const track of elementsIn(source, element).filter(child => child.id === id.entry)) {
    const parts = elementsIn(source, track)
    const kind = numberIn(
      source,
      parts.find(part => part.id === id.kind),
    )
    // Its samples lie among those of the others.
    if (!shownKinds.includes(kind)) return 'unknown'
    const code = parts.find(part => part.id === id.code)
    const named =
      code && kind !== 17
        ? unplayedInWebm(source.read(code.start, code.end - code.start).toString('latin1'))
        : null
    if (named) unplayed.add(named)
    const notes = parts.filter(part => [id.name, id.codeName, id.attachment].some(known => known === part.id))
    edits.push(...withoutChecksum(source, track, notes.flatMap(emptied)))
  }
  return withoutChecksum(source, element, edits)
}
