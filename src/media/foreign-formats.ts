// Kinds of files that nobody here can change: those that may hold notes of a camera are refused, unless nothing is noted in them.

import { tagsOf } from './exif.ts'
import type { MediaSource } from './media-source.ts'

/** Of the first 16 bytes, a letter each. */
const unread: readonly (readonly [begins: RegExp, name: string])[] = [
  [/^8BPS/, 'Photoshop'],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL )/, 'JPEG XL'],
  [/^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, 'JPEG 2000'],
  [/^FORM[\s\S]{4}AIF/, 'AIFF'],
  [/^\x30\x26\xb2\x75/, 'Windows Media'],
  [/^FLV\x01/, 'Flash'],
  [/^#!AMR(?:-WB)?\n/, 'AMR'],
  [/^caff\0/, 'Core Audio'],
  [/^\0\0\x01[\xba\xb3]/, 'MPEG'],
  [/^\.RMF\0/, 'RealMedia'],
  [/^\xd0\xcf\x11\xe0/, 'old Office'],
  [/^(?:II|MM)(?:\x2b\0|\0\x2b|RO|RS|U\0|\x55\0)/, 'raw'],
  [/^FUJIFILMCCD/, 'raw'],
  // Of cameras: four bytes stand in front of each packet.
  [/^[\s\S]{4}\x47[\x40-\x5f][\s\S]\x10/, 'MPEG'],
  [/^gimp xcf/, 'GIMP'],
  [/^\x06\x06\xed\xf5\xd8\x1d\x46\xe5/, 'InDesign'],
  [/^BLENDER/, 'Blender'],
]

/** The name of such a kind; null for all others. The parts of a stream (`.ts`) are what a program made for readers. */
export const unreadKind = (head: string, file: string): string | null =>
  unread.find(([begins]) => begins.test(head))?.[1] ?? (/\.(?:m2?ts|m2t|tod)$/i.test(file) ? 'MPEG' : null)

/** Tags of a TIFF that say who took it, with what, where and when. */
const revealing = new Set([
  ...[0x010d, 0x010e, 0x010f, 0x0110, 0x0132, 0x013b, 0x013c, 0x02bc, 0x83bb, 0x8649, 0x8769, 0x8825, 0xc62f],
])

export const isTiff = (head: string): boolean => /^(?:II\*\0|MM\0\*)/.test(head)

export const isRevealingTiff = (source: MediaSource): boolean =>
  tagsOf(source.read(0, Math.min(source.size, 256_000_000))).some(tag => revealing.has(tag))
