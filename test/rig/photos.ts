// Small pictures for tests, made on the spot.

import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { PictureFile } from '../../src/domain/story.ts'
import { digestOf } from '../../src/system/digest.ts'

type Colour = { readonly r: number; readonly g: number; readonly b: number; readonly alpha?: number }

const blue: Colour = { r: 40, g: 90, b: 200 }

/** Of one colour. */
export const plain = (width: number, height: number, background = blue) =>
  sharp({ create: { width, height, channels: background.alpha === undefined ? 3 : 4, background } })

/** Red on the left, blue on the right. */
export const halves = (width: number, height: number) =>
  plain(width, height).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: { r: 210, g: 30, b: 30 } } },
      gravity: 'west',
    },
  ])

export const photo = (width = 32, height = 24): Promise<Buffer> => plain(width, height).jpeg().toBuffer()

/** A white pixel, then a black one. */
export const movingGif = (): Buffer => {
  const frame = (pixel: string) => `21f904000a0000002c000000000100010000020${pixel}0100`
  return Buffer.from(`47494638396101000100800000ffffff000000${frame('244')}${frame('24c')}3b`, 'hex')
}

/** A PNG that says it has so many frames: its chunk acTL stands behind the header. */
export const movingPng = async (frames: number): Promise<Buffer> => {
  const png = await plain(8, 8).png().toBuffer()
  const control = Buffer.alloc(20)
  control.writeUInt32BE(8, 0)
  control.write('acTL', 4)
  control.writeUInt32BE(frames, 8)
  control.writeUInt32BE(crc32(control.subarray(4, 16)), 16)
  return Buffer.concat([png.subarray(0, 33), control, png.subarray(33)])
}

/** As a story has it once it was looked at. */
export const pictureOf = (
  file: string,
  bytes: Uint8Array,
  width: number,
  height: number,
  isOpaque = true,
): PictureFile => ({
  src: file.split('/').at(-1) ?? '',
  file,
  digest: digestOf(bytes),
  width,
  height,
  bytes: bytes.length,
  isOpaque,
  pixels: { colour: '#26c' },
})

/** The red, green and blue of the pixel at a place, as a browser shows them that knows no colour profiles. */
export const pixelAt = async (bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> => {
  const { data, info } = await sharp(bytes, { ignoreIcc: true } as never)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const start = (y * info.width + x) * info.channels
  return [...data.subarray(start, start + info.channels)]
}
