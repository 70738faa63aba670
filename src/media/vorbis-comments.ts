// Comments as Ogg and FLAC have them (xiph.org): title, artist and cover stay.

import { stripPicture } from './strip-picture.ts'

export type Comments = { readonly vendor: Buffer; readonly comments: readonly Buffer[]; readonly end: number }

const length = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export const readComments = (bytes: Buffer, start: number): Comments => {
  let at = start
  const take = (): Buffer => {
    const size = bytes.readUInt32LE(at)
    const taken = bytes.subarray(at + 4, at + 4 + size)
    at += 4 + size
    if (at > bytes.length) throw new RangeError('comments')
    return taken
  }
  const vendor = take()
  const count = bytes.readUInt32LE(at)
  at += 4
  const comments: Buffer[] = []
  while (comments.length < count) comments.push(take())
  return { vendor, comments, end: at }
}

export const writeComments = (vendor: Buffer, comments: readonly Buffer[]): Buffer =>
  Buffer.concat([
    ...[length(vendor.length), vendor, length(comments.length)],
    ...comments.flatMap(comment => [length(comment.length), comment]),
  ])

export const keptComments = (comments: readonly Buffer[]): readonly Buffer[] =>
  comments.flatMap(comment => {
    const text = comment.toString('latin1', 0, 32).toUpperCase()
    if (/^(?:TITLE|ARTIST)=/.test(text)) return [comment]
    const [name = ''] = /^METADATA_BLOCK_PICTURE=/.exec(text) ?? []
    const cover =
      name === '' ? null : strippedCover(Buffer.from(comment.toString('latin1', name.length), 'base64'))
    return cover ? [Buffer.from(name + cover.toString('base64'))] : []
  })

/** A library says which it is; anything else may stand there too. */
export const isLibrary = (vendor: Buffer): boolean =>
  /^(?:(?:Lavf|Lavc|Xiph|libopus|reference libFLAC|AO; aoTuV|Mozilla|opusenc|Speex)[^/\\]{0,80}| *)$/.test(
    vendor.toString('latin1'),
  )

/** Kind, type, description, sizes, the picture itself. Null when it cannot be read. */
export const strippedCover = (block: Buffer): Buffer | null => {
  const typeEnd = 8 + block.readUInt32BE(4)
  const sizesAt = typeEnd + 4 + block.readUInt32BE(typeEnd)
  const dataAt = sizesAt + 20
  const picture = stripPicture(block.subarray(dataAt, dataAt + block.readUInt32BE(sizesAt + 16)))
  if (picture === null) return null
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(picture.length)
  const head = [block.subarray(0, typeEnd), Buffer.alloc(4), block.subarray(sizesAt, sizesAt + 16)]
  return Buffer.concat([...head, bytes, picture])
}
