// Files that are not what their names say, or that nobody finds: each has a message that says what to do.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publishedMediaOf } from '../../src/media/published-media.ts'
import { readMedia } from '../../src/read/read-media.ts'
import { readPicture } from '../../src/read/read-picture.ts'
import { readSource } from '../../src/read/read-source.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, bytes: string | Uint8Array = 'x'): string => {
  writeFileSync(join(root, name), typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  return name
}
const faultOfPicture = (name: string) => {
  const read = readPicture(join(root, name), name)
  return 'code' in read ? read : null
}
const faultOfMedia = (name: string) => {
  const read = readMedia(join(root, name), name)
  return 'code' in read ? read : null
}
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`
const brand = (name: string) => `\0\0\0\x18ftyp${name}\0\0\0\0${name}`

describe('A picture in a format that browsers do not show is named, with how to export it:', () => {
  test.each([
    ['IMG_1.HEIC', brand('heic'), 'HEIC', 'Settings › Camera › Formats › Most Compatible'],
    ['IMG_1.jpg', brand('heix'), 'HEIC', 'File › Export…'],
    ['IMG_1.heif', brand('mif1'), 'HEIC', 'JPEG'],
    ['a.avif', brand('avis'), 'an AVIF that moves', 'WebP'],
    ['a.jpg', brand('isom'), 'a video', '.mp4'],
    ['a.cr3', brand('crx '), 'raw picture', 'JPEG'],
    ['a.tif', 'II*\0aaaa', 'TIFF', 'File › Export…'],
    ['a.jpg', 'MM\0*aaaa', 'TIFF', 'JPEG'],
    ['a.NEF', 'MM\0*aaaa', 'raw picture', 'darktable'],
    ['a.raf', 'FUJIFILMCCD-RAW 0201', 'raw picture', 'JPEG'],
    ['a.psd', '8BPS\0\x01', 'Photoshop', 'Photoshop'],
    ['a.xcf', 'gimp xcf file', 'GIMP', 'GIMP'],
    ['a.bmp', 'BM\xff\0\0\0', 'BMP', 'JPEG'],
    ['a.pdf', '%PDF-1.7\n', 'PDF', 'content/static/'],
    ['a.eps', '%!PS-Adobe-3.0', 'Illustrator', 'SVG'],
    ['a.jxl', '\xff\x0a\0\0', 'JPEG XL', 'JPEG'],
    ['a.jp2', '\0\0\0\x0cjP  \r\n', 'JPEG 2000', 'JPEG'],
    ['a.ico', '\0\0\x01\0\x01\0', 'icon', 'PNG'],
    ['a.png', 'PK\x03\x04rest', 'ZIP', 'JPEG'],
    ['a.svgz', '\x1f\x8b\x08\0', 'SVGZ', 'plain SVG'],
    [
      'a.svg',
      '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'without a width',
      'width="800"',
    ],
    ['a.jpg', '\n<!DOCTYPE html><title>403</title>', 'a web page', 'browser'],
    ['a.png', '\xef\xbb\xbf<html><body>', 'a web page', 'save'],
    ['a.jpg', '', 'empty', 'again'],
    ['a.png', '\x89PNG\r\n', 'damaged', 'again'],
    ['a.jpg', 'words', 'not in a picture format', 'JPEG'],
  ])('%s (%j)', (name, bytes, what, how) => {
    const fault = faultOfPicture(put(name, bytes))
    expect(fault?.code).toBe('picture-unreadable')
    expect(fault?.message).toContain(name)
    expect(fault?.message).toContain(what)
    expect(fault?.hint).toContain(how)
  })
})

test('What git-lfs left in the place of a picture, a video, a static file, a story or site data is called a pointer', () => {
  for (const fault of [
    faultOfPicture(put('a.jpg', pointer)),
    faultOfMedia(put('a.mp4', pointer)),
    publishedMediaOf(join(root, put('rain.csv', pointer)), 'rain.csv'),
    readSource(root, put('story.md', pointer)),
  ].map(found => (found && 'ok' in found ? (found.ok ? null : found.fault) : found)))
    expect(fault).toMatchObject({
      code: 'file-lfs-pointer',
      message: expect.stringContaining('pointer of git-lfs'),
      hint: expect.stringContaining('git lfs pull'),
    })
  expect(readSource(root, put('about.md', 'The version https://git-lfs.github.com/spec/v1.\n')).ok).toBe(true)
})

test('A video that is empty or a web page is called so', () => {
  expect(faultOfMedia(put('a.mp4', ''))?.message).toContain('a.mp4 is empty')
  expect(faultOfMedia(put('b.MP3', '<!doctype html>'))?.message).toContain('a web page')
  expect(faultOfMedia(put('c.mp4', 'words of no format'))?.message).toContain('not in a format')
})

test('A folder with the name of a picture is called a folder', () => {
  mkdirSync(join(root, 'harbour.jpg'))
  expect(faultOfPicture('harbour.jpg')).toMatchObject({
    code: 'picture-missing',
    message: 'harbour.jpg is a folder, and not a file',
  })
})

describe('For a file that is not there the one beside it is named that was meant:', () => {
  test.each([
    ['img_1.jpg', 'IMG_1.JPG'],
    ['harbour.jpeg', 'harbour.jpg'],
    ['harbour.png', 'harbour.JPG'],
    ['the harbour.jpg', 'the_harbour.jpg'],
    ['the-harbour.jpg', 'TheHarbour.jpg'],
    ['cafe\u0301.jpg', 'caf\u00e9.jpg'],
    ['ca\u00f1on.jpg', 'Can\u0303on.JPG'],
    ['habrour.jpg', 'harbour.jpg'],
  ])('%s → %s', (written, there) => {
    put('zebra.jpg')
    put('story.md')
    put(there)
    expect(faultOfPicture(written)).toMatchObject({
      code: 'picture-missing',
      hint: expect.stringContaining(`did you mean “${there}”?`),
    })
  })

  test('and the one of the same ending before others', () => {
    for (const name of ['Harbour.PNG', 'Harbour.JPG', 'Harbour.gif']) put(name)
    expect(faultOfPicture('harbour.jpg')?.hint).toContain('“Harbour.JPG”')
  })

  test('a video as well', () => {
    put('Signals.MP4')
    expect(faultOfMedia('signals.mp4')?.hint).toContain('“Signals.MP4”')
  })

  test('but never the words that stand beside it', () => {
    for (const name of ['signals.vtt', 'signals.txt', 'signals.srt']) put(name)
    expect(faultOfMedia('signals.mp4')?.hint).toBe('add the file, or correct its name')
  })

  test('and none where none is like it', () => {
    put('zebra.jpg')
    put('harbour.md')
    expect(faultOfPicture('harbour.jpg')?.hint).toBe('add the picture, or correct its name')
    expect(faultOfPicture('no/such/folder.jpg')?.hint).toBe('add the picture, or correct its name')
  })
})
