import { describe, expect, test } from 'vitest'
import { basisOf, isOfBasis } from '../../src/changes/basis.ts'
import { isSiteData } from '../../src/domain/site-paths.ts'
import type { FolderMarks } from '../../src/store/file-mark.ts'

test.each(['_data/site.yaml', '_data/sections.yaml', '_data/people.yaml', '_data/topics.yaml'])(
  '%s is what every story is checked against',
  file => {
    expect(isSiteData(file)).toBe(true)
    expect(isOfBasis(file)).toBe(false)
  },
)

test.each([
  '_data/weather.yaml',
  '_data/deeper/site.yaml',
  'src/build.ts',
  '.eleventy.js',
  'package.json',
  'package-lock.json',
])('any page could depend on %s', file => {
  expect(isOfBasis(file)).toBe(true)
  expect(isSiteData(file)).toBe(false)
})

test.each([
  'content/stories/2024/10/24/storm.md',
  'content/pages/about.md',
  'content/package.json',
  'content/src/a.ts',
  '_includes/layouts/story.njk',
  'scripts/build.ts',
  'my.eleventy.js',
])('not every page depends on %s', file => {
  expect(isOfBasis(file)).toBe(false)
  expect(isSiteData(file)).toBe(false)
})

describe('The basis of all pages', () => {
  const mark = (digest: string, mtime = 1) => ({ size: 1, mtime, ctime: mtime, inode: 1, digest })
  const marks = (folders: Readonly<Record<string, FolderMarks | null>>) => new Map(Object.entries(folders))
  const site = {
    '': { 'package.json': mark('p'), '.eleventy.js': mark('e') },
    src: { 'build.ts': mark('b') },
    _data: { 'site.yaml': mark('s'), 'weather.yaml': mark('w') },
    'content/pages': { 'about.md': mark('a') },
  }
  const basis = basisOf(marks(site), 'modules')

  test('follows from what the files say, not by when they were written or in which order', () => {
    const again = { ...site, src: { 'build.ts': mark('b', 2) } }
    expect(basisOf(marks(again), 'modules')).toBe(basis)
    expect(basisOf(new Map([...marks(site)].reverse()), 'modules')).toBe(basis)
  })

  test.each<[string, Readonly<Record<string, FolderMarks | null>>]>([
    ['the engine', { src: { 'build.ts': mark('B') } }],
    ['a file that comes', { src: { 'build.ts': mark('b'), 'more.ts': mark('m') } }],
    ['a folder that goes', { src: null }],
    ['a name', { src: { 'built.ts': mark('b') } }],
    ['the newsroom’s own data', { _data: { 'site.yaml': mark('s'), 'weather.yaml': mark('W') } }],
    ['the packages', { '': { 'package.json': mark('P'), '.eleventy.js': mark('e') } }],
  ])('changes with %s', (_what, edit) => {
    expect(basisOf(marks({ ...site, ...edit }), 'modules')).not.toBe(basis)
  })

  test('changes with what .eleventy.js imports', () => {
    expect(basisOf(marks(site), 'other modules')).not.toBe(basis)
  })

  test.each<[string, Readonly<Record<string, FolderMarks | null>>]>([
    ['content', { 'content/pages': { 'about.md': mark('A') } }],
    ['what stories are checked against', { _data: { 'site.yaml': mark('S'), 'weather.yaml': mark('w') } }],
  ])('does not change with %s', (_what, edit) => {
    expect(basisOf(marks({ ...site, ...edit }), 'modules')).toBe(basis)
  })
})
