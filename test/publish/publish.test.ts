import { mkdirSync, openSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Changes } from '../../src/publish/order-moves.ts'
import { publish } from '../../src/publish/publish.ts'
import { createPublishFolder, type PublishFolder } from './publish-folder.ts'

let folder: PublishFolder
beforeEach(() => {
  folder = createPublishFolder()
})
afterEach(() => folder.dispose())

const nothing: Changes = { added: [], changed: [], removed: [] }
const site = {
  'index.html': 'front',
  'world/a/index.html': 'A',
  'world/b/index.html': 'B',
  'rss.xml': 'feed',
}

const identity = (file: string) => {
  const { ino, mtimeNs, ctimeNs } = statSync(join(folder.published, file), { bigint: true })
  return { ino, mtimeNs, ctimeNs }
}

describe('what is published', () => {
  test('the first time: everything', () => {
    expect(folder.publish(site)).toEqual({
      changes: { added: Object.keys(site).sort(), changed: [], removed: [] },
      foreign: [],
    })
    expect(folder.files()).toEqual(site)
  })

  test('again, unchanged: no file is touched', () => {
    folder.publish(site)
    const before = Object.keys(site).map(identity)
    expect(folder.publish(site).changes).toEqual(nothing)
    expect(Object.keys(site).map(identity)).toEqual(before)
  })

  test('only what differs moves', () => {
    folder.publish(site)
    const before = { front: identity('index.html'), a: identity('world/a/index.html') }
    const { changes } = folder.publish({ ...site, 'index.html': 'new front', 'world/c/index.html': 'C' })
    expect(changes).toEqual({ added: ['world/c/index.html'], changed: ['index.html'], removed: [] })
    expect(identity('world/a/index.html')).toEqual(before.a)
    expect(identity('index.html').ino).not.toBe(before.front.ino)
  })

  test('a file that somebody changed or took away by hand is mended', () => {
    folder.publish(site)
    folder.write('index.html', 'scribble')
    rmSync(join(folder.published, 'rss.xml'))
    expect(folder.publish(site).changes).toEqual({ added: ['rss.xml'], changed: ['index.html'], removed: [] })
    expect(folder.files()).toEqual(site)
  })

  test('bytes are published as they are', () => {
    const bytes = { 'a.png': Buffer.from([0x89, 0x50, 0, 255, 0xd8]).toString('latin1') }
    folder.publish(bytes)
    expect(folder.files()).toEqual(bytes)
  })
})

describe('what goes', () => {
  test('removed pages, with the folders that they leave empty', () => {
    folder.publish(site)
    const { 'world/b/index.html': _, ...rest } = site
    expect(folder.publish(rest).changes).toEqual({ ...nothing, removed: ['world/b/index.html'] })
    expect(folder.has('world/b')).toBe(false)
    expect(folder.has('world/a')).toBe(true)
    folder.publish({ 'index.html': 'front' })
    expect(folder.has('world')).toBe(false)
    expect(folder.files()).toEqual({ 'index.html': 'front' })
  })

  test('a file that is already gone is no change', () => {
    folder.publish(site)
    rmSync(join(folder.published, 'world/b'), { recursive: true })
    const { 'world/b/index.html': _, ...rest } = site
    expect(folder.publish(rest).changes).toEqual(nothing)
  })

  test('an old address that loses its last slash, or wins one', () => {
    const slash = { 'old/story.html/index.html': 'moved' }
    const none = { 'old/story.html': 'moved' }
    folder.publish(slash)
    folder.publish(none)
    expect(folder.files()).toEqual(none)
    folder.publish(slash)
    expect(folder.files()).toEqual(slash)
  })
})

describe('what others put there', () => {
  test('is kept, and named', () => {
    folder.publish(site)
    folder.write('world/b/notes.txt', 'mine')
    folder.write('.well-known/security.txt', 'mine too')
    const { 'world/b/index.html': _, ...rest } = site
    expect(folder.publish(rest)).toEqual({
      changes: { ...nothing, removed: ['world/b/index.html'] },
      foreign: ['.well-known/security.txt', 'world/b/notes.txt'],
    })
    expect(folder.files()).toEqual({
      ...rest,
      'world/b/notes.txt': 'mine',
      '.well-known/security.txt': 'mine too',
    })
  })

  test('is taken over where a page needs its place', () => {
    folder.write('index.html', 'welcome to nginx')
    expect(folder.publish(site)).toMatchObject({ changes: { changed: ['index.html'] }, foreign: [] })
    expect(folder.files()).toEqual(site)
  })
})

describe('the manifest', () => {
  test('lost: pages no longer made count as foreign, and the next run knows its own again', () => {
    folder.publish(site)
    rmSync(folder.manifestFile)
    const { 'world/b/index.html': _, ...rest } = site
    expect(folder.publish(rest)).toEqual({ changes: nothing, foreign: ['world/b/index.html'] })
    expect(folder.publish({ 'index.html': 'front' }).changes.removed).toEqual([
      'rss.xml',
      'world/a/index.html',
    ])
  })

  test.each([
    '',
    '{"files": {"index.html": "0f',
    '{}',
    '{"files": 7}',
    'null',
    '[]',
    '7',
    '"index.html"',
    '\u0000\u0000',
  ])('damaged (%j): the site is published all the same', damage => {
    folder.publish(site)
    folder.damageManifest(damage)
    expect(folder.publish({ ...site, 'index.html': 'new' }).changes).toEqual({
      ...nothing,
      changed: ['index.html'],
    })
    expect(Object.keys(JSON.parse(readFileSync(folder.manifestFile, 'utf8')).files).sort()).toEqual(
      Object.keys(site).sort(),
    )
  })

  test('cannot make it remove what lies outside the published folder', () => {
    folder.publish(site)
    folder.write('../precious.txt', 'keep me')
    folder.damageManifest('{"files": {"../precious.txt": "0"}}')
    folder.publish(site)
    expect(folder.has('../precious.txt')).toBe(true)
  })
})

test('says by which time-zone rules the pages were dated', () => {
  folder.publish(site)
  expect(JSON.parse(readFileSync(folder.manifestFile, 'utf8')).tzdata).toBe(process.versions.tz)
})

describe('a reader who is reading', () => {
  test('reads the old page to its end, and the new one next: none is half written', () => {
    const long = (word: string) => word.repeat(300_000)
    folder.publish({ 'index.html': long('old ') })
    const reader = openSync(join(folder.published, 'index.html'), 'r')
    folder.publish({ 'index.html': long('new ') })
    expect(readFileSync(reader, 'utf8')).toBe(long('old '))
    expect(folder.files()).toEqual({ 'index.html': long('new ') })
  })

  test('finds each file moved whole from where it was made', () => {
    folder.stage(site)
    const { ino } = statSync(join(folder.staging, 'rss.xml'))
    publish(folder)
    expect(statSync(join(folder.published, 'rss.xml')).ino).toBe(ino)
    expect(folder.has('../staging')).toBe(false)
  })

  test('may come through a link to the published folder', () => {
    rmSync(folder.published, { recursive: true, force: true })
    mkdirSync(join(folder.published, '../elsewhere'))
    symlinkSync('elsewhere', folder.published)
    folder.publish(site)
    expect(folder.files()).toEqual(site)
  })
})
