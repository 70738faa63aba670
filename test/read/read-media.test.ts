import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readMedia } from '../../src/read/read-media.ts'
import { projectRoot } from '../rig/site-folder.ts'
import { tinyFilm } from '../rig/tiny-film.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-media-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is known of a file besides its digest; the code of what is wrong with it. */
const sizeOf = (reading: ReturnType<typeof readMedia>) => {
  if ('code' in reading) return reading.code
  expect(reading.digest).toMatch(/^[0-9a-f]{32}$/)
  return { size: reading.size }
}

const read = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return sizeOf(readMedia(join(folder, name), name))
}

/** ISO/IEC 14496-12: a length, a name, and what is in it. */
const box = (name: string, ...inside: Uint8Array[]): Buffer => {
  const content = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

const track = (width: number, height: number, version = 0, isTurned = false): Buffer => {
  const header = Buffer.alloc(version === 1 ? 96 : 84)
  header[0] = version
  const matrix = version === 1 ? 52 : 40
  header.writeInt32BE(isTurned ? 0 : 65_536, matrix)
  header.writeUInt32BE(width * 65_536, matrix + 36)
  header.writeUInt32BE(height * 65_536, matrix + 40)
  return box('trak', box('tkhd', header))
}

const begin = box('ftyp', Buffer.from('isom0000'))
const film = (...tracks: Buffer[]) =>
  Buffer.concat([begin, box('mdat', Buffer.alloc(5_000)), box('moov', ...tracks)])

/** A length of 0. */
const endless = (bytes: Buffer): Buffer => {
  bytes.writeUInt32BE(0, bytes.indexOf('moov') - 4)
  return bytes
}

test('the demonstration’s own video has its size', () => {
  const path = join(projectRoot, 'content/stories/2024/10/23/storm-signals.mp4')
  expect(sizeOf(readMedia(path, path))).toEqual({ size: { width: 640, height: 360 } })
})

describe('a damaged MP4 is named', () => {
  const head = (length: number, name = 'moov') => {
    const bytes = box(name, Buffer.alloc(16))
    bytes.writeUInt32BE(length)
    return bytes
  }
  test.each([
    ['no index', Buffer.alloc(40)],
    ['an index of four bytes', head(4)],
    ['an index longer than the file', head(0xffff_ffff)],
    ['a box of no length before the index', Buffer.concat([head(0, 'mdat'), head(24)])],
    ['half a box', head(24).subarray(0, 10)],
  ])('%s', (_what, bytes) => expect(read('a.mp4', Buffer.concat([begin, bytes]))).toBe('media-cut-short'))

  test('a box that does not end', () =>
    expect(read('a.mp4', Buffer.concat([begin, box('moov', head(0xffff_ffff, 'trak'))]))).toBe(
      'media-unread',
    ))
})

describe('the size of an MP4', () => {
  test.each([
    ['its picture’s, wherever the index stands', film(track(0, 0), track(1280, 720)), 1280, 720],
    ['with times of 64 bits', film(track(1280, 720, 1)), 1280, 720],
    ['of an index that says it goes on to the end', endless(film(track(1280, 720))), 1280, 720],
    ['of a film that was held upright', film(track(1280, 720, 0, true)), 720, 1280],
  ])('is %s', (_what, bytes, width, height) =>
    expect(read('a.mp4', bytes)).toEqual({ size: { width, height } }),
  )

  test('is not known when the file does not say', () => {
    for (const bytes of [film(), film(track(0, 0))]) expect(read('a.mp4', bytes)).toEqual({ size: null })
  })
})

test.each([
  ['a.webm', [0x1a, 0x45, 0xdf, 0xa3]],
  ['a.ogg', [...Buffer.from('OggS')]],
  ['a.mp3', [...Buffer.from('ID3')]],
  ['a.mp3', [0xff, 0xfb]],
])('%s is told by how it begins', (name, bytes) => {
  const whole = Buffer.from([...bytes, ...Buffer.alloc(20)])
  expect(read(name, whole)).not.toBe('media-unreadable')
  expect(read(name, Buffer.from('<!doctype html><title>Not found</title>'))).toBe('media-unreadable')
  expect(read(name, Buffer.from(bytes))).toBe('media-unreadable')
})

test('what is not there is missing', () =>
  expect(sizeOf(readMedia(join(folder, 'none.mp4'), 'none.mp4'))).toBe('media-missing'))

test('no damage to an index is a crash', () => {
  const bytes = film(track(640, 360), track(1280, 720, 1))
  const property = fc.property(
    fc.nat(bytes.length - 1),
    fc.nat(255),
    fc.nat(bytes.length),
    (at, value, length) => {
      const damaged = Buffer.from(bytes)
      damaged[at] = value
      const reading = read('damaged.mp4', damaged.subarray(0, length))
      if (typeof reading === 'object' && reading.size !== null)
        expect(reading.size.width * reading.size.height).toBeGreaterThan(0)
    },
  )
  fc.assert(property, { numRuns: 1000 })
})

test('a sound as phones record it is told by how it begins', () => {
  expect(read('a.m4a', Buffer.from(tinyFilm()))).toEqual({ size: null })
  expect(read('a.m4a', Buffer.from('<!doctype html><title>Not found</title>'))).toBe('media-unreadable')
})
