import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { movingGif, photo, plain } from '../rig/photos.ts'
import {
  gifFromCamera,
  inserted,
  jpegNotes,
  jpegSegment,
  pictureFromCamera,
  pngChunk,
  pngNotes,
  riffChunk,
  secret,
  webpWith,
} from './noted-pictures.ts'
import { faultOf, stripped } from './strip.ts'

const trailer = Buffer.from(`\xff\xd8${secret}`, 'latin1')

/** As it was taken, and with notes of every kind put in. */
const pictures = {
  JPEG: async () => {
    const jpeg = await pictureFromCamera('jpeg')
    return Buffer.concat([inserted(inserted(jpeg, jpeg.length - 2, jpegNotes()), 2, jpegNotes()), trailer])
  },
  'JPEG with several scans': async () => {
    const jpeg = await sharp(await pictureFromCamera('jpeg'))
      .keepMetadata()
      .jpeg({ progressive: true })
      .toBuffer()
    const scan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
    return Buffer.concat([inserted(inserted(jpeg, scan, jpegNotes()), 2, jpegNotes()), trailer])
  },
  PNG: async () => {
    const png = await pictureFromCamera('png')
    return Buffer.concat([inserted(inserted(png, png.length - 12, pngNotes()), 33, pngNotes()), trailer])
  },
  WebP: async () => {
    const notes = Buffer.concat([riffChunk('XMP ', trailer), riffChunk('what', trailer)])
    return Buffer.concat([webpWith(await pictureFromCamera('webp'), notes), trailer])
  },
} as const

const shown = (bytes: Buffer) => sharp(bytes).rotate().raw().toBuffer()

describe.each(Object.entries(pictures))('%s', (_name, make) => {
  test('what the camera noted is gone; pixels, colours and the way up are as they were', async () => {
    const before = await make()
    const after = stripped(before)
    expect(before.includes(secret)).toBe(true)
    expect(after.includes('Secret')).toBe(false)
    expect(after.includes('GPS')).toBe(false)
    expect(await shown(after)).toEqual(await shown(before))
    const { orientation, icc, exif, xmp, iptc } = await sharp(after).metadata()
    expect(orientation).toBe(6)
    expect(icc).toEqual((await sharp(before).metadata()).icc)
    expect(exif?.length).toBeLessThan(40)
    expect([xmp, iptc]).toEqual([undefined, undefined])
  })

  test('what was looked through once is left as it is', async () => {
    const once = stripped(await make())
    expect(stripped(once)).toEqual(once)
  })

  test('half of it is damaged', async () => {
    const whole = stripped(await make())
    for (const part of [0.3, 0.6, 0.9])
      expect(faultOf(whole.subarray(0, whole.length * part))).toBe('media-cut-short')
  })
})

test('a GIF keeps its frames, their timing and its loop, and loses every other word', async () => {
  const before = gifFromCamera()
  const after = stripped(before)
  expect(after.includes('Secret')).toBe(false)
  expect(after.includes('NETSCAPE2.0')).toBe(true)
  const { pages, delay, loop } = await sharp(after).metadata()
  expect({ pages, delay, loop }).toMatchObject({ pages: 2, loop: 0 })
  expect(delay).toEqual((await sharp(before).metadata()).delay)
  expect(stripped(after)).toEqual(after)
  expect(faultOf(before.subarray(0, 40))).toBe('media-cut-short')
})

test('a moving PNG and a moving WebP keep their frames', async () => {
  const frame = Buffer.concat([pngChunk('acTL', Buffer.alloc(8)), pngChunk('fcTL', Buffer.alloc(26))])
  const png = inserted(await plain(4, 4).png().toBuffer(), 33, frame)
  expect(stripped(png)).toEqual(png)
  const webp = await sharp(movingGif(), { animated: true }).webp().toBuffer()
  const noted = stripped(webpWith(webp, riffChunk('XMP ', trailer)))
  expect(await sharp(noted, { animated: true }).raw().toBuffer()).toEqual(
    await sharp(webp, { animated: true }).raw().toBuffer(),
  )
  expect((await sharp(noted).metadata()).pages).toBe(2)
})

test('a picture of which nothing was noted is published byte for byte', async () => {
  for (const bytes of [
    await photo(),
    await plain(9, 9).png().toBuffer(),
    await plain(9, 9).webp().toBuffer(),
    movingGif(),
  ])
    expect(stripped(bytes)).toEqual(bytes)
})

test('a thumbnail, which may show what was cut away, goes from the head of a JPEG', async () => {
  const jpeg = await photo()
  const thumb = Buffer.concat([
    Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', 'latin1'),
    Buffer.from('abc'),
  ])
  const after = stripped(inserted(jpeg, 2, jpegSegment(0xe0, thumb)))
  const plainHead = jpegSegment(0xe0, Buffer.concat([thumb.subarray(0, 12), Buffer.alloc(2)]))
  expect(after).toEqual(inserted(jpeg, 2, plainHead))
  expect(after.includes('abc')).toBe(false)
  expect(await sharp(after).metadata()).toMatchObject({ width: 32 })
})

test('a PNG that needs a chunk which nobody here knows is refused', async () => {
  const png = inserted(await plain(4, 4).png().toBuffer(), 33, pngChunk('CgBI', Buffer.alloc(4)))
  expect(faultOf(png)).toBe('media-unread')
})
