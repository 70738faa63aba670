import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PictureFile } from '../../src/domain/story.ts'
import { encodePictures, type PictureJob } from '../../src/pictures/encode-pictures.ts'
import { picturesFolder } from '../../src/pictures/picture-cache.ts'
import { nameOfVariant, variantsOf } from '../../src/pictures/variants.ts'
import { halves, pictureOf, pixelAt, plain } from '../rig/photos.ts'

const file = 'content/stories/2024/10/24/quay.jpg'
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (bytes: Uint8Array, width: number, height: number, isOpaque = true, at = file) => {
  mkdirSync(dirname(join(root, at)), { recursive: true })
  writeFileSync(join(root, at), bytes)
  return pictureOf(at, bytes, width, height, isOpaque)
}
const pictureJobsOf = (picture: PictureFile): readonly PictureJob[] =>
  variantsOf(picture, 'lead').map(variant => ({ picture, variant }))

/** What is made of a picture, by name; and how many had to be encoded. */
const encode = async (...pictures: readonly PictureFile[]) => {
  const orders = pictures.flatMap(pictureJobsOf)
  const { find, count } = await encodePictures(root, orders, () => {})
  const made = new Map(
    orders.map(order => [nameOfVariant(order.variant), readFileSync(join(root, find(order).file))]),
  )
  return { made, count, bytesOf: (name: string) => made.get(name) ?? Buffer.alloc(0) }
}

test('each variant has the format and the size that its name and its page say', async () => {
  const picture = put(await halves(800, 500).jpeg().toBuffer(), 800, 500)
  const { made, count } = await encode(picture)
  expect(count).toBe(1)
  for (const { variant } of pictureJobsOf(picture)) {
    const { format, width, height, compression } = await sharp(made.get(nameOfVariant(variant))).metadata()
    const [kind, coded] = variant.format === 'avif' ? ['heif', 'av1'] : [variant.format, undefined]
    expect([format, compression, width, height]).toEqual([kind, coded, variant.width, variant.height])
  }
})

describe('A photo is as it was meant to be seen', () => {
  test('upright, and the same on both sides', async () => {
    const { bytesOf } = await encode(
      put(await halves(80, 40).withMetadata({ orientation: 3 }).jpeg({ quality: 95 }).toBuffer(), 80, 40),
    )
    const [left, right] = [await pixelAt(bytesOf('80.jpg'), 8, 20), await pixelAt(bytesOf('80.jpg'), 72, 20)]
    expect(left[2]).toBeGreaterThan(150)
    expect(right[0]).toBeGreaterThan(150)
  })

  test('in its colours, also where they were of a larger space', async () => {
    const wide = await plain(40, 40, { r: 200, g: 60, b: 60 })
      .withIccProfile('p3')
      .jpeg({ quality: 95 })
      .toBuffer()
    const { bytesOf } = await encode(put(wide, 40, 40))
    for (const name of ['40.avif', '40.webp', '40.jpg'])
      for (const [at, value] of [200, 60, 60].entries())
        expect(Math.abs(((await pixelAt(bytesOf(name), 9, 9))[at] ?? 0) - value), name).toBeLessThan(9)
  })

  test('and tells nobody where, when and by whom it was taken', async () => {
    const noted = await plain(40, 40)
      .withMetadata({ exif: { IFD0: { Artist: 'Asha' }, IFD3: { GPSLatitude: '9/1 58/1 0/1' } } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect((await sharp(noted).metadata()).exif).toBeDefined()
    const { made } = await encode(put(noted, 40, 40))
    for (const bytes of made.values()) {
      const { exif, icc, xmp, iptc } = await sharp(bytes).metadata()
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
    }
  })

  test('and something still shows through where it did', async () => {
    const glass = await plain(40, 40, { r: 200, g: 0, b: 0, alpha: 0.5 }).png().toBuffer()
    const picture = put(glass, 40, 40, false, file.replace('.jpg', '.png'))
    const { bytesOf } = await encode(picture)
    for (const name of ['40.avif', '40.webp', '40.png'])
      expect(Math.abs(((await pixelAt(bytesOf(name), 9, 9))[3] ?? 0) - 128), name).toBeLessThan(9)
  })
})

test('A picture that cannot be encoded is a fault that names it; the others are made', async () => {
  const long = put(await halves(640, 400).jpeg().toBuffer(), 640, 400)
  const sound = put(await plain(20, 20).jpeg().toBuffer(), 20, 20, true, file.replace('quay', 'pier'))
  const tooHigh = { format: 'webp', width: 640, height: 16_400, crop: null } as const
  const { faults, find } = await encodePictures(
    root,
    [{ picture: long, variant: tooHigh }, ...pictureJobsOf(sound)],
    () => {},
  )
  expect(faults).toEqual([
    {
      picture: long,
      fault: {
        code: 'picture-unencodable',
        message: expect.stringMatching(
          /quay\.jpg cannot be published: no WEBP of 640 by 16400 pixels can be made of it \(.*WebP.*\)$/,
        ),
        hint: expect.any(String),
      },
    },
  ])
  for (const job of pictureJobsOf(sound)) expect(find(job).file).toContain(picturesFolder)
})

test('A variant has the same bytes whether others are made with it or not', async () => {
  const picture = put(await halves(2400, 500).jpeg().toBuffer(), 2400, 500)
  const { made } = await encode(picture)
  rmSync(join(root, '.dateline'), { recursive: true })
  const [job] = pictureJobsOf(picture).filter(({ variant }) => nameOfVariant(variant) === '640.jpg')
  if (!job) throw new Error('640.jpg is not made')
  const { find } = await encodePictures(root, [job], () => {})
  expect(readFileSync(join(root, find(job).file))).toEqual(made.get('640.jpg'))
})

describe('A picture is encoded once', () => {
  const small = async (at = file) => put(await halves(64, 40).jpeg().toBuffer(), 64, 40, undefined, at)

  test('for all builds, and for all stories that show it', async () => {
    const one = await small()
    const other = await small('content/stories/2024/10/25/pier.jpg')
    expect((await encode(one, other)).count).toBe(1)
    expect((await encode(one)).count).toBe(0)
    expect((await encode(other)).count).toBe(0)
  })

  test('again when it is another', async () => {
    await encode(await small())
    expect((await encode(put(await halves(64, 42).jpeg().toBuffer(), 64, 42))).count).toBe(1)
  })

  test('again when what was kept is damaged, to the same bytes; the rest of it stays', async () => {
    const picture = await small()
    const { made } = await encode(picture)
    const [folder = ''] = readdirSync(join(root, picturesFolder))
    const inside = join(root, picturesFolder, folder)
    const [avif = ''] = readdirSync(inside).filter(name => name.includes('avif'))
    truncateSync(join(inside, avif), 9)
    const again = await encode(picture)
    expect(again.count).toBe(1)
    expect(again.made).toEqual(made)
  })

  test('to the same bytes, on however many cores', async () => {
    const picture = put(await halves(700, 500).jpeg().toBuffer(), 700, 500)
    const { made } = await encode(picture)
    rmSync(join(root, '.dateline'), { recursive: true })
    sharp.concurrency(8)
    expect((await encode(picture)).made).toEqual(made)
  })
})

test('An original that was changed meanwhile is reported, and nothing is kept of it', async () => {
  const picture = put(await plain(20, 20).jpeg().toBuffer(), 20, 20)
  put(await plain(20, 22).jpeg().toBuffer(), 20, 22)
  await expect(encode(picture)).rejects.toThrow(`${file} changed while the site was being built; build again`)
})
