import {
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Journal } from '../../src/store/journal.ts'
import { exists } from '../../src/system/files.ts'
import { createStagedSite, type StagedSite } from './staged-site.ts'

const before = {
  'index.html': 'front',
  'world/a/index.html': 'A',
  'world/b/index.html': 'B',
  'rss.xml': 'feed',
}

let site: StagedSite
beforeEach(() => {
  site = createStagedSite(before)
})
afterEach(() => site.dispose())

const publish = (after: Record<string, string>, was: Record<string, string> = before) =>
  site.carryOut(site.plan(site.stage(was, after)))

const identity = (file: string) => {
  const { ino, mtimeNs, ctimeNs } = statSync(join(site.published, file), { bigint: true })
  return { ino, mtimeNs, ctimeNs }
}

const nothing: Journal = { way: 'moves', moves: [], removals: [], obstacles: [] }

describe('what is published', () => {
  test('what was staged comes, what was removed goes, and the rest is not touched', () => {
    const untouched = identity('world/a/index.html')
    const { 'world/b/index.html': _, ...rest } = before
    const after = { ...rest, 'index.html': 'new front', 'world/c/index.html': 'C' }
    expect(publish(after)).toEqual([])
    expect(site.files()).toEqual(after)
    expect(identity('world/a/index.html')).toEqual(untouched)
  })

  test('the first time the staged folder becomes the site', () => {
    site.remove(site.published)
    const journal = site.plan(site.stage({}, before))
    const { ino } = statSync(site.staging)
    site.carryOut(journal)
    expect(site.files()).toEqual(before)
    expect(statSync(site.published).ino).toBe(ino)
  })

  test('where one rename is refused after all, the files go one by one', () => {
    site.remove(site.published)
    const journal = site.plan(site.stage({}, before))
    site.write(site.published, { 'notes.txt': 'mine' })
    site.carryOut(journal)
    expect(journal.way).toBe('swap')
    expect(site.files()).toEqual({ ...before, 'notes.txt': 'mine' })
  })

  test('the staged folder is gone at the end, with what nobody asked for', () => {
    site.write(site.staging, { 'draft/index.html': 'not checked' })
    publish({ ...before, 'index.html': 'new' })
    expect(exists(site.staging)).toBe(false)
    expect(site.files()).toEqual({ ...before, 'index.html': 'new' })
  })

  test('nothing to do, and nothing staged', () => {
    expect(site.carryOut(site.plan({}))).toEqual([])
    expect(site.files()).toEqual(before)
  })

  test('through a link to the published folder', () => {
    renameSync(site.published, join(site.root, 'elsewhere'))
    symlinkSync('elsewhere', site.published)
    publish({ ...before, 'world/c/index.html': 'C' })
    expect(site.files()).toEqual({ ...before, 'world/c/index.html': 'C' })
  })
})

describe('what goes', () => {
  test('takes the folders with it that it leaves empty, but never the site', () => {
    publish({ 'index.html': 'front' })
    expect(site.entries()).toEqual(['index.html'])
    publish({}, { 'index.html': 'front' })
    expect(site.entries()).toEqual([])
  })

  test('leaves the folder of an editor’s file', () => {
    site.write(site.published, { 'world/b/notes.txt': 'mine' })
    publish({ 'index.html': 'front' })
    expect(site.entries()).toEqual(['index.html', 'world/', 'world/b/', 'world/b/notes.txt'])
  })

  test('makes room for a folder of its name, or for a file', () => {
    const file = { 'old/story.html': 'moved' }
    const folder = { 'old/story.html/index.html': 'moved' }
    publish({ ...before, ...file })
    publish({ ...before, ...folder }, { ...before, ...file })
    expect(site.files()).toEqual({ ...before, ...folder })
    publish({ ...before, ...file }, { ...before, ...folder })
    expect(site.files()).toEqual({ ...before, ...file })
  })

  test('a link is removed, and not what it leads to', () => {
    writeFileSync(join(site.root, 'precious.txt'), 'keep me')
    symlinkSync('../precious.txt', join(site.published, 'link.txt'))
    site.carryOut(site.plan({ removed: ['link.txt'] }))
    expect(exists(join(site.published, 'link.txt'))).toBe(false)
    expect(readFileSync(join(site.root, 'precious.txt'), 'utf8')).toBe('keep me')
  })
})

test('a reader who is reading reads the old page to its end, and the new one next', () => {
  const long = (word: string) => word.repeat(300_000)
  site.write(site.published, { 'index.html': long('old ') })
  const reader = openSync(join(site.published, 'index.html'), 'r')
  publish({ ...before, 'index.html': long('new ') })
  expect(readFileSync(reader, 'utf8')).toBe(long('old '))
  expect(readFileSync(join(site.published, 'index.html'), 'utf8')).toBe(long('new '))
})

describe('finishing what was begun', () => {
  test('a second time there is nothing left to do', () => {
    const after = { 'index.html': 'new', 'world/b/index.html': 'B', 'old.html': 'moved' }
    const journal = site.plan(site.stage(before, after))
    site.carryOut(journal)
    const first = Object.keys(after).map(identity)
    expect(site.carryOut(journal)).toEqual([])
    expect(Object.keys(after).map(identity)).toEqual(first)
    expect(site.files()).toEqual(after)
  })

  test('what is neither staged nor published is named, and nothing moves before it is there again', () => {
    const after = { ...before, 'index.html': 'new', 'world/c/index.html': 'C', 'world/d/index.html': 'D' }
    const journal = site.plan(site.stage(before, after))
    site.remove(join(site.staging, 'world/c/index.html'))
    expect(site.carryOut(journal)).toEqual(['world/c/index.html'])
    expect(site.files()).toEqual(before)
    site.write(site.staging, { 'world/c/index.html': 'C' })
    expect(site.carryOut(journal)).toEqual([])
    expect(site.files()).toEqual(after)
  })

  test('also when the whole staged folder is lost, and a folder stands in a file’s place', () => {
    site.remove(site.published)
    const journal = site.plan(site.stage({}, { 'index.html': 'new', about: 'new' }))
    site.remove(site.staging)
    mkdirSync(join(site.published, 'about'), { recursive: true })
    expect([...site.carryOut(journal)].sort()).toEqual(['about', 'index.html'])
  })

  test('folders are emptied to the end, though a run was killed between two of them', () => {
    const removals = ['sport/2024/10/index.html']
    mkdirSync(join(site.published, 'sport'))
    site.carryOut({ ...nothing, removals })
    expect(exists(join(site.published, 'sport'))).toBe(false)
  })

  test('a new file that already stands under its old name in other letter case stays', () => {
    // As on a disk that ignores case: one file under both names.
    site.write(site.published, { 'world/new.html': 'new' })
    mkdirSync(join(site.published, 'World'))
    linkSync(join(site.published, 'world/new.html'), join(site.published, 'World/new.html'))
    site.carryOut({ ...nothing, moves: ['world/new.html'], obstacles: ['World/new.html', 'rss.xml'] })
    expect(exists(join(site.published, 'World/new.html'))).toBe(true)
    expect(exists(join(site.published, 'rss.xml'))).toBe(false)
  })

  test('a link that came on the way since is not followed', () => {
    const journal = site.plan(site.stage(before, { ...before, 'sport/index.html': 'new' }))
    mkdirSync(join(site.root, 'outside'))
    symlinkSync('../outside', join(site.published, 'sport'))
    expect(() => site.carryOut(journal)).toThrow('public/sport is a symbolic link')
    expect(site.entries(join(site.root, 'outside'))).toEqual([])
  })

  test.each(['moves', 'removals', 'obstacles'])('a damaged journal leads nowhere by its %s', part => {
    writeFileSync(join(site.root, 'precious.txt'), 'keep me')
    expect(() => site.carryOut({ ...nothing, [part]: ['../precious.txt'] })).toThrow(
      'not a path inside the site',
    )
    expect(exists(join(site.root, 'precious.txt'))).toBe(true)
  })
})

test('what the disk refuses half way is reported in one line, and the next run finishes it', () => {
  const after = { ...before, 'a.html': 'new', 'b.html': 'new' }
  const journal = site.plan(site.stage(before, after))
  mkdirSync(join(site.published, 'b.html/mine'), { recursive: true })
  expect(() => site.carryOut(journal)).toThrow(
    /^publishing stopped at \S+public\/b\.html after 1 of 3 steps: there is a folder of that name\. Every page is complete, old or new; remove it and build again to finish$/,
  )
  expect(readFileSync(join(site.published, 'a.html'), 'utf8')).toBe('new')
  site.remove(join(site.published, 'b.html'))
  site.carryOut(journal)
  expect(site.files()).toEqual(after)
})
