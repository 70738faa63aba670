// Small pictures with all that a camera and a program could note in them.

import { crc32 } from 'node:zlib'
import { movingGif, plain } from '../rig/photos.ts'

/** Stands in every note; nothing that is published may hold it. */
export const secret = 'Jane Secret 52.3702N'

/** Red above, blue below, as it lies in the file; noted as turned. */
export const pictureFromCamera = (
  format: 'jpeg' | 'png' | 'webp' | 'avif',
  orientation = 6,
): Promise<Buffer> =>
  plain(32, 16)
    .composite([{ input: Buffer.from(redHalf), gravity: 'west' }])
    .withIccProfile('p3')
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Artist: secret, Make: secret }, IFD3: { GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer()

const redHalf = '<svg width="16" height="16"><rect width="16" height="16" fill="red"/></svg>'

const noted = (words: string): Buffer => Buffer.from(`${words}${secret}`, 'latin1')

export const jpegSegment = (code: number, content: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** May stand behind the first two bytes of a JPEG, and between its scans. */
export const jpegNotes = (): Buffer =>
  Buffer.concat([
    jpegSegment(0xe1, noted('http://ns.adobe.com/xap/1.0/\0')),
    jpegSegment(0xe1, noted('http://ns.adobe.com/xmp/extension/\0')),
    jpegSegment(0xe0, noted('JFXX\0\x10')),
    jpegSegment(0xe2, noted('MPF\0')),
    jpegSegment(0xed, noted('Photoshop 3.0\x008BIM')),
    jpegSegment(0xee, noted('Adobe\0\x64\0\0\0\0\x01')),
    jpegSegment(0xef, noted('')),
    jpegSegment(0xfe, noted('')),
  ])

export const pngChunk = (name: string, content: Uint8Array): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), content, Buffer.alloc(4)])
  bytes.writeUInt32BE(content.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}

export const pngNotes = (): Buffer =>
  Buffer.concat([
    ...['tEXt', 'zTXt', 'iTXt', 'tIME', 'sPLT', 'caBX', 'prVt'].map(name =>
      pngChunk(name, noted('Comment\0')),
    ),
  ])

export const riffChunk = (name: string, content: Uint8Array): Buffer => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** With more chunks behind those that it has. */
export const webpWith = (webp: Buffer, chunks: Buffer): Buffer => {
  const bytes = Buffer.concat([webp, chunks])
  bytes.writeUInt32LE(bytes.length - 8, 4)
  return bytes
}

const gifExtension = (kind: number, ...blocks: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x21, kind]),
    ...blocks.map(block => Buffer.from(`${String.fromCharCode(block.length)}${block}`, 'latin1')),
    Buffer.from([0]),
  ])

/** With a comment, a text, a note of some program, and a loop. */
export const gifFromCamera = (): Buffer => {
  const gif = movingGif()
  const start = 13 + 6
  return Buffer.concat([
    gif.subarray(0, start),
    gifExtension(0xff, 'NETSCAPE2.0', '\x01\0\0'),
    gifExtension(0xfe, secret),
    gifExtension(0x01, '\0\0\0\0\0\0\0\0\x08\x08\x01\0', secret),
    gifExtension(0xff, 'XMP DataXMP', secret),
    gif.subarray(start),
    noted('behind the end'),
  ])
}

/** A piece of bytes put in at an offset. */
export const inserted = (bytes: Buffer, at: number, piece: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
