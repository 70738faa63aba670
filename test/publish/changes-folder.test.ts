import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillChangesFolder } from '../../src/publish/changes-folder.ts'
import { describeChanges } from '../../src/publish/write-changes.ts'
import type { Files } from '../rig/site-folder.ts'
import { createStagedSite, filesOf, type StagedSite } from './staged-site.ts'

const now = '2024-10-24T09:30:00Z'

let site: StagedSite
let folder: string
beforeEach(() => {
  site = createStagedSite()
  folder = join(site.root, 'out/upload')
})
afterEach(() => site.dispose())

const before = { 'index.html': 'front', 'old.html': 'old', 'same.html': 'same' }
const after = { 'index.html': 'new front', 'world/x/index.html': 'X', 'same.html': 'same' }

const publish = (was: Files = before, will: Files = after) => {
  const changes = site.stage(was, will)
  fillChangesFolder({ staging: site.staging, folder }, changes, now)
  return describeChanges(changes, now)
}

const theUpload = { 'site/index.html': 'new front', 'site/world/x/index.html': 'X' }

test('just what changed, and beside it the list of it', () => {
  const list = publish()
  expect(filesOf(folder)).toEqual({ 'changes.json': list, ...theUpload })
  expect(JSON.parse(list).removed).toEqual([{ url: '/old.html', file: 'old.html' }])
  expect(site.entries(site.root)).not.toContain('staging/')
})

test('a page may be called changes.json too', () => {
  const list = publish({}, { 'changes.json': 'a page' })
  expect(filesOf(folder)).toEqual({ 'changes.json': list, 'site/changes.json': 'a page' })
})

test('nothing changed: an empty site and an empty list', () => {
  const list = publish(before, before)
  expect(site.entries(folder)).toEqual(['changes.json', 'site/'])
  expect(filesOf(folder)).toEqual({ 'changes.json': list })
})

test('an empty folder is taken; the last upload gives way to the next, and what stands beside stays', () => {
  mkdirSync(folder, { recursive: true })
  publish({}, { 'last.html': 'last', 'world/y/index.html': 'Y' })
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  const list = publish()
  expect(filesOf(folder)).toEqual({ 'changes.json': list, ...theUpload, 'notes.txt': 'mine' })
})

test('what is refused leaves an empty list, which the next run takes over', () => {
  publish()
  const changes = site.stage(before, after)
  symlinkSync('index.html', join(site.staging, 'link.html'))
  expect(() => fillChangesFolder({ staging: site.staging, folder }, changes, now)).toThrow(
    'link.html is a symbolic link',
  )
  const none = describeChanges({ added: [], changed: [], removed: [] }, now)
  expect(filesOf(folder)).toEqual({ 'changes.json': none })
  site.remove(join(site.staging, 'link.html'))
  const list = publish()
  expect(filesOf(folder)).toEqual({ 'changes.json': list, ...theUpload })
})

describe('a folder that no earlier run made is not touched', () => {
  const expectRefusal = (files: Files, message: string) => {
    site.write(folder, files)
    expect(() => publish()).toThrow(message)
    expect(filesOf(folder)).toEqual(files)
  }

  test.each<[string, Files]>([
    ['somebody’s files', { 'site/index.html': 'mine' }],
    ['another tool’s changes.json', { 'changes.json': '{"changes": []}', 'site/a.html': 'mine' }],
    ['one that is no JSON', { 'changes.json': 'none', 'site/a.html': 'mine' }],
    ['one that is null', { 'changes.json': 'null' }],
    [
      'one deeper inside',
      { 'deep/changes.json': describeChanges({ added: [], changed: [], removed: [] }, now) },
    ],
  ])('%s', (_, files) => {
    expectRefusal(files, 'out/upload is not empty and was not made by an earlier run')
  })

  test('a file, or the folder of staged files itself', () => {
    site.write(join(site.root, 'out'), { upload: 'mine' })
    expect(() => publish()).toThrow('out/upload is not a folder; name another')
    for (const inside of ['staging', 'staging/upload']) {
      folder = join(site.root, inside)
      expect(() => publish()).toThrow('is inside the folder of files to publish')
    }
  })
})

test('paths that lead out are not listed for deletion', () => {
  const changes = { added: [], changed: [], removed: ['../precious.txt'] }
  expect(() => fillChangesFolder({ staging: site.staging, folder }, changes, now)).toThrow(
    'not a path inside',
  )
})
