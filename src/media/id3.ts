// ID3 tags of sounds (id3.org: 2.2, 2.3, 2.4): title, artist and cover stay.

import { stripPicture } from './strip-picture.ts'

const headBytes = 10

/** How many bytes a tag at the beginning takes; 0 when there is none. */
export const id3Bytes = (head: Buffer): number =>
  head.length < headBytes || head.toString('latin1', 0, 3) !== 'ID3'
    ? 0
    : headBytes + sevenBits(head, 6) + ((head[5] ?? 0) & 0x10 ? headBytes : 0)

/** Numbers without an eighth bit, so that no decoder takes them for sound. */
const sevenBits = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0)

const asSevenBits = (value: number): Buffer =>
  Buffer.from([value >> 21, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f])

/** The tag with what may stay of it; empty when nothing does. */
export const strippedId3 = (tag: Buffer): Buffer => {
  const version = tag[3] ?? 0
  const flags = tag[5] ?? 0
  const isFilled = (flags & 0x80) !== 0
  const content = tag.subarray(headBytes, headBytes + sevenBits(tag, 6))
  // What stands in a frame of version 4 is filled by itself.
  const body = isFilled && version < 4 ? unfilled(content) : content
  const start = (flags & 0x40) === 0 ? 0 : version === 4 ? sevenBits(body, 0) : 4 + body.readUInt32BE(0)
  const frames = framesIn(body, version === 2 ? 0 : start, version, isFilled)
  const kept = frames.flatMap(frame => keptFrame(frame, version) ?? [])
  if (kept.length === 0) return Buffer.alloc(0)
  const all = Buffer.concat(kept)
  return Buffer.concat([
    Buffer.from([0x49, 0x44, 0x33, Math.max(3, version), 0, 0]),
    asSevenBits(all.length),
    all,
  ])
}

/** A zero follows each byte that a decoder could take for the beginning of sound. */
const unfilled = (bytes: Buffer): Buffer => {
  const kept = bytes.filter((byte, at) => byte !== 0 || bytes[at - 1] !== 0xff)
  return Buffer.from(kept)
}

type Frame = { readonly name: string; readonly content: Buffer }

const framesIn = (body: Buffer, first: number, version: number, isFilled: boolean): readonly Frame[] => {
  const frames: Frame[] = []
  const head = version === 2 ? 6 : headBytes
  for (let at = first; at + head < body.length && body[at] !== 0; ) {
    const size =
      version === 2
        ? body.readUIntBE(at + 3, 3)
        : version === 4
          ? sevenBits(body, at + 4)
          : body.readUInt32BE(at + 4)
    const name = body.toString('latin1', at, at + (version === 2 ? 3 : 4))
    const content = body.subarray(at + head, at + head + size)
    const flags = version === 2 ? 0 : (body[at + 9] ?? 0)
    const read = version === 4 ? readFrame(content, flags, isFilled) : flags === 0 ? content : null
    if (read) frames.push({ name, content: read })
    at += head + size
  }
  return frames
}

/** Null for one that is packed, locked or grouped. */
const readFrame = (content: Buffer, flags: number, isFilled: boolean): Buffer | null => {
  if (flags & 0x4c) return null
  const inside = flags & 0x01 ? content.subarray(4) : content
  return flags & 0x02 || isFilled ? unfilled(inside) : inside
}

const names: Readonly<Record<string, string>> = { TT2: 'TIT2', TP1: 'TPE1', PIC: 'APIC' }

const keptFrame = ({ name, content }: Frame, version: number): Buffer | null => {
  const known = names[name] ?? name
  if (known === 'TIT2' || known === 'TPE1') return frameOf(known, content, version)
  const picture = known === 'APIC' ? coverOf(content, version) : null
  return picture && frameOf(known, picture, version)
}

const frameOf = (name: string, content: Buffer, version: number): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return Buffer.concat([
    Buffer.from(name),
    version === 4 ? asSevenBits(content.length) : size,
    Buffer.alloc(2),
    content,
  ])
}

/** Its encoding, its type, its kind, a description, the picture. */
const coverOf = (content: Buffer, version: number): Buffer | null => {
  const typeEnd = version === 2 ? 4 : content.indexOf(0, 1)
  const type = content.toString('latin1', 1, typeEnd)
  const kindAt = version === 2 ? typeEnd : typeEnd + 1
  const isWide = content[0] === 1 || content[0] === 2
  let end = kindAt + 1
  while (end < content.length && (content[end] !== 0 || (isWide && content[end + 1] !== 0)))
    end += isWide ? 2 : 1
  const picture = stripPicture(content.subarray(end + (isWide ? 2 : 1)))
  const named = version === 2 ? (type === 'PNG' ? 'image/png' : 'image/jpeg') : type
  return (
    picture &&
    Buffer.concat([Buffer.from(`\0${named}\0`, 'latin1'), Buffer.from([content[kindAt] ?? 3, 0]), picture])
  )
}
