// FLAC (RFC 9639): of its head what decoding and seeking need, with title, artist and cover; of tags around it nothing.

import { cut, type Edit } from './edits.ts'
import { id3Bytes } from './id3.ts'
import type { MediaSource } from './media-source.ts'
import type { Stripping } from './stripping.ts'
import { isLibrary, keptComments, readComments, strippedCover, writeComments } from './vorbis-comments.ts'

const blockOf = { information: 0, seekTable: 3, comments: 4, picture: 6 } as const

/** More than any head has. */
const longestBlock = 64 * 1024 * 1024

export const stripFlac = (source: MediaSource): Stripping => {
  const start = id3Bytes(source.read(0, 10))
  if (source.read(start, 4).toString('latin1') !== 'fLaC') return 'unknown'
  const blocks: { readonly kind: number; readonly content: Buffer }[] = []
  let at = start + 4
  for (let isLast = false; !isLast; ) {
    const head = source.read(at, 4)
    if (head.length < 4) return 'cut-short'
    const length = head.readUIntBE(1, 3)
    if (at + 4 + length > source.size || length > longestBlock) return 'cut-short'
    isLast = ((head[0] ?? 0) & 0x80) !== 0
    const kept = keptOf((head[0] ?? 0) & 0x7f, source.read(at + 4, length))
    if (kept) blocks.push(kept)
    at += 4 + length
  }
  const written = blocks.map(({ kind, content }, index) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(content.length)
    head[0] = kind | (index === blocks.length - 1 ? 0x80 : 0)
    return Buffer.concat([head, content])
  })
  const edits: Edit[] = [{ at: 0, length: at, bytes: Buffer.concat([Buffer.from('fLaC'), ...written]) }]
  const isTagged = source.size >= 128 && source.read(source.size - 128, 3).toString('latin1') === 'TAG'
  return { edits: isTagged ? [...edits, cut(source.size - 128, source.size)] : edits }
}

const keptOf = (
  kind: number,
  content: Buffer,
): { readonly kind: number; readonly content: Buffer } | null => {
  if (kind === blockOf.information || kind === blockOf.seekTable) return { kind, content }
  if (kind === blockOf.comments) {
    const { vendor, comments } = readComments(content, 0)
    return {
      kind,
      content: writeComments(isLibrary(vendor) ? vendor : Buffer.alloc(0), keptComments(comments)),
    }
  }
  const cover = kind === blockOf.picture ? strippedCover(content) : null
  return cover && { kind, content: cover }
}
