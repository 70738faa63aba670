import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Audience, editors, readers } from '../../src/domain/audience.ts'
import { keyOf } from '../../src/pictures/encoding-settings.ts'
import { createPictureLookup, isUninspected } from '../../src/pictures/look-up-picture.ts'
import { createPictureCache } from '../../src/pictures/picture-cache.ts'
import { isPlain, nameOfVariant, variantsOf } from '../../src/pictures/variants.ts'
import { mostAcross, mostPictureBytes } from '../../src/read/read-picture.ts'
import { halves, movingGif, movingPng, photo, plain } from '../rig/photos.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'))
  mkdirSync(join(root, 'content'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** What is known of a picture once it was inspected. */
const inspect = async (name: string, bytes: Uint8Array | string, audience: Audience = readers) => {
  const file = `content/${name}`
  writeFileSync(join(root, file), bytes)
  const { lookUp, inspectPending } = createPictureLookup(root, audience)
  lookUp(file)
  await inspectPending()
  return lookUp(file)
}

test('a photo has its size and its colour, and is looked at once', async () => {
  const bytes = await photo(40, 30)
  writeFileSync(join(root, 'content/a.jpg'), bytes)
  const first = createPictureLookup(root, readers)
  const unknown = first.lookUp('content/a.jpg')
  expect('code' in unknown && isUninspected(unknown)).toBe(true)
  expect(await inspect('a.jpg', bytes)).toMatchObject({
    width: 40,
    height: 30,
    isOpaque: true,
    pixels: { colour: '#25c' },
  })
  expect(createPictureLookup(root, readers).lookUp('content/a.jpg')).toHaveProperty('pixels')
})

test('a photo taken with the camera on its side stands upright', async () => {
  const turned = await halves(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await inspect('a.jpg', turned)).toMatchObject({ width: 20, height: 40 })
})

test('something shows through a picture only where it is not opaque everywhere', async () => {
  const glass = await plain(8, 8, { r: 9, g: 9, b: 9, alpha: 0.5 }).png().toBuffer()
  const wall = await plain(8, 8, { r: 9, g: 9, b: 9, alpha: 1 }).png().toBuffer()
  expect(await inspect('glass.png', glass)).toMatchObject({ isOpaque: false })
  expect(await inspect('wall.png', wall)).toMatchObject({ isOpaque: true })
})

test('drawings, pictures that move, and all in the preview are published as they are', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"/>'
  expect(await inspect('a.svg', drawing)).toMatchObject({ width: 64, height: 48, pixels: null })
  expect(await inspect('a.gif', movingGif())).toMatchObject({ width: 1, height: 1, pixels: null })
  expect(await inspect('a.png', await movingPng(2))).toMatchObject({ width: 8, pixels: null })
  expect(await inspect('a.jpg', await photo(), editors)).toMatchObject({ pixels: null })
})

test('a PNG of one frame moves no more than any other', async () => {
  expect(await inspect('a.png', await movingPng(1))).toMatchObject({ width: 8, pixels: { colour: '#25c' } })
})

test('its bytes are those of the largest that every browser shows, or of the file where it is published as it is', async () => {
  const large = await halves(2000, 90).jpeg({ quality: 100 }).toBuffer()
  const found = await inspect('a.jpg', large)
  if ('code' in found) throw new Error(found.message)
  const [variant] = variantsOf({ src: '', file: '', ...found }, 'body').filter(isPlain)
  const kept = variant && createPictureCache(root).find(keyOf(found.digest), nameOfVariant(variant))
  expect(found.bytes).toBe(readFileSync(join(root, kept?.file ?? '')).length)
  expect(await inspect('b.gif', movingGif())).toMatchObject({ bytes: movingGif().length })
  expect(await inspect('c.jpg', large, editors)).toMatchObject({ bytes: large.length })
})

describe('is a problem, not a crash:', () => {
  const codeOf = async (name: string, bytes: Uint8Array | string, audience?: Audience) => {
    const found = await inspect(name, bytes, audience)
    return 'code' in found ? found.code : null
  }

  test('a file that is not there', () => {
    expect(createPictureLookup(root, readers).lookUp('content/a.jpg')).toMatchObject({
      code: 'picture-missing',
    })
    expect(createPictureLookup(root, readers).lookUp('content')).toMatchObject({ code: 'picture-missing' })
  })

  test('a picture that ends too soon, for editors as well', async () => {
    const whole = await halves(200, 200).jpeg().toBuffer()
    const half = whole.subarray(0, whole.length / 2)
    expect([await codeOf('a.jpg', half), await codeOf('b.jpg', half, editors)]).toEqual([
      'picture-corrupt',
      'picture-corrupt',
    ])
    expect(await codeOf('a.jpg', whole)).toBe(null)
  })

  test('a picture that says what it is and nothing else', async () => {
    const png = await plain(8, 8).png().toBuffer()
    expect(await codeOf('a.png', png.subarray(0, 40))).toBe('picture-corrupt')
    expect(await codeOf('b.png', 'no picture at all')).toBe('picture-unreadable')
    expect(await codeOf('c.png', '')).toBe('picture-unreadable')
  })

  test('a picture under the name of another kind', async () => {
    const found = await inspect('harbour.jpg', await plain(8, 8).png().toBuffer())
    expect(found).toEqual({
      code: 'picture-misnamed',
      message: 'content/harbour.jpg is a PNG but has another ending',
      hint: 'rename it to harbour.png',
    })
    expect(await codeOf('harbour.JPEG', await photo())).toBe(null)
    expect(await codeOf('harbour.png', '<svg width="9" height="9"/>')).toBe('picture-misnamed')
  })

  test('a picture of too many bytes', async () => {
    expect(await codeOf('a.jpg', Buffer.alloc(mostPictureBytes + 1))).toBe('picture-huge')
  })

  test('a picture that is longer than any encoder makes one', async () => {
    const png = await plain(8, 8).png().toBuffer()
    png.writeUInt32BE(mostAcross + 1, 20)
    expect(await inspect('a.png', png)).toMatchObject({
      code: 'picture-huge',
      message: 'content/a.png is 8 by 65501 pixels: no side may have more than 65500',
    })
  })

  test('a small file that claims too many pixels', async () => {
    const png = await plain(8, 8).png().toBuffer()
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(await codeOf('a.png', png)).toBe('picture-huge')
  })
})
