import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPictureCache, type PictureCache, picturesFolder } from '../../src/pictures/picture-cache.ts'
import { digestOf } from '../../src/system/digest.ts'

let root: string
let cache: PictureCache
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'))
  cache = createPictureCache(root)
})
afterEach(() => rmSync(root, { recursive: true }))

test('what is kept is found again, by its picture and its name', () => {
  const kept = cache.keep('key', '640.avif', 'bytes')
  expect(cache.find('key', '640.avif')).toEqual(kept)
  expect(kept).toEqual({
    file: `${picturesFolder}/key/640.avif.${digestOf('bytes')}`,
    digest: digestOf('bytes'),
  })
  expect([cache.find('key', '64.avif'), cache.find('key', '640'), cache.find('other', '640.avif')]).toEqual([
    null,
    null,
    null,
  ])
})

test('a damaged file is taken away, and another may come', () => {
  const { file } = cache.keep('key', '640.avif', 'bytes')
  truncateSync(join(root, file), 2)
  expect(cache.find('key', '640.avif')).toBe(null)
  expect(readdirSync(join(root, picturesFolder, 'key'))).toEqual([])
  cache.keep('key', '640.avif', 'bytes')
  expect(cache.find('key', '640.avif')).not.toBe(null)
})

test('what a kill left half written is not found', () => {
  mkdirSync(join(root, picturesFolder, 'key'), { recursive: true })
  writeFileSync(join(root, picturesFolder, 'key/.640.avif.4711'), 'byt')
  expect(cache.find('key', '640.avif')).toBe(null)
})
