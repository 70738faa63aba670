import { linkSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createStagedSite, type StagedSite } from './staged-site.ts'

let site: StagedSite
beforeEach(() => {
  site = createStagedSite()
})
afterEach(() => site.dispose())

const published = (files: Record<string, string>) => site.write(site.published, files)
const staged = (files: Record<string, string>) => site.write(site.staging, files)

/** A refusal must come before anything has moved. */
const expectRefusal = (changes: Parameters<StagedSite['plan']>[0], message: string) => {
  const before = site.entries(site.root)
  expect(() => site.plan(changes)).toThrow(message)
  expect(() => site.plan(changes)).toThrow(/^[^\n]+$/)
  expect(site.entries(site.root)).toEqual(before)
}

describe('what goes, and in which order', () => {
  test('pictures first, then new pages and feeds, then what links to them, and removals apart', () => {
    published({ 'index.html': 'old', 'rss.xml': 'old', 'old/index.html': 'gone' })
    const added = ['topics/new/rss.xml', 'world/a/index.html', 'world/a/photo.jpg']
    const changed = ['index.html', 'rss.xml', 'site.css']
    staged(Object.fromEntries([...added, ...changed].map(file => [file, 'new'])))
    expect(site.plan({ added, changed, removed: ['old/index.html'] })).toEqual({
      way: 'moves',
      moves: [
        'world/a/photo.jpg',
        'site.css',
        'world/a/index.html',
        'topics/new/rss.xml',
        'index.html',
        'rss.xml',
      ],
      removals: ['old/index.html'],
      obstacles: [],
    })
  })

  test('a new front waits for the pages that it leads to', () => {
    published({ 'notes.txt': 'mine', 'b/index.html': 'old' })
    const added = ['a/index.html', 'index.html', 'rss.xml']
    staged({ 'b/index.html': 'new', ...Object.fromEntries(added.map(file => [file, 'new'])) })
    expect(site.plan({ added, changed: ['b/index.html'] }).moves).toEqual([
      'a/index.html',
      'rss.xml',
      'index.html',
      'b/index.html',
    ])
  })

  test('a removed file that is not there, or a folder in its place, is left out', () => {
    published({ 'folder/mine.txt': 'mine', 'file.html': 'mine' })
    const removed = ['gone/index.html', 'folder', 'file.html/index.html']
    expect(site.plan({ removed })).toEqual({ way: 'moves', moves: [], removals: [], obstacles: [] })
  })

  test('a file that comes again is not removed', () => {
    published({ 'index.html': 'old', 'b.html': 'old' })
    staged({ 'index.html': 'new' })
    expect(site.plan({ changed: ['index.html'], removed: ['b.html', 'index.html'] })).toMatchObject({
      moves: ['index.html'],
      removals: ['b.html'],
    })
  })

  test('a journal is plain JSON', () => {
    staged({ 'index.html': 'new' })
    const journal = site.plan({ added: ['index.html'] })
    expect(JSON.parse(JSON.stringify(journal))).toEqual(journal)
  })
})

describe('the whole folder at once', () => {
  beforeEach(() => staged({ 'index.html': 'new', 'a/index.html': 'new' }))
  const added = ['a/index.html', 'index.html']

  test('when nothing is published yet', () => {
    expect(wayOf(site.plan({ added }))).toBe('swap')
    mkdirSync(site.published)
    expect(wayOf(site.plan({ added }))).toBe('swap')
    expect(wayOf(site.plan({ added, removed: ['b/index.html'] }))).toBe('swap')
  })

  test('not when something is there, be it foreign', () => {
    published({ 'notes.txt': 'mine' })
    expect(wayOf(site.plan({ added }))).toBe('moves')
  })

  test('not when more is staged than is to be published', () => {
    staged({ 'draft/index.html': 'not checked' })
    expect(wayOf(site.plan({ added }))).toBe('moves')
  })

  test('not through a link, which the rename would replace or put in the place of the site', () => {
    mkdirSync(join(site.root, 'elsewhere'))
    symlinkSync('elsewhere', site.published)
    expect(wayOf(site.plan({ added }))).toBe('moves')
    site.remove(site.published)
    renameSync(site.staging, join(site.root, 'real'))
    symlinkSync('real', site.staging)
    expect(wayOf(site.plan({ added }))).toBe('moves')
  })

  const wayOf = ({ way }: { readonly way: string }) => way
})

describe('what is refused before anything moves', () => {
  beforeEach(() => {
    published({ 'index.html': 'old', 'world/index.html': 'old' })
    mkdirSync(join(site.root, 'outside'))
  })

  test.each(['world', 'world/2024'])('a link at %s on the way to a file', link => {
    site.remove(join(site.published, 'world'))
    if (link !== 'world') mkdirSync(join(site.published, 'world'))
    symlinkSync(join(site.root, 'outside'), join(site.published, link))
    staged({ 'world/2024/10/index.html': 'new' })
    const message = `public/${link} is a symbolic link; remove it and build again`
    expectRefusal({ added: ['world/2024/10/index.html'] }, message)
    expectRefusal({ removed: ['world/2024/10/index.html'] }, message)
  })

  test('a link beside the way is nobody’s business', () => {
    symlinkSync(join(site.root, 'outside'), join(site.published, 'beside'))
    staged({ 'world/a/index.html': 'new' })
    expect(site.plan({ added: ['world/a/index.html'] }).moves).toEqual(['world/a/index.html'])
  })

  test.each(['a', 'a/index.html'])('a link among the staged files, at %s', link => {
    writeFileSync(join(site.root, 'outside/index.html'), 'precious')
    if (link !== 'a') mkdirSync(join(site.staging, 'a'), { recursive: true })
    else mkdirSync(site.staging)
    symlinkSync(join(site.root, link === 'a' ? 'outside' : 'outside/index.html'), join(site.staging, link))
    expectRefusal(
      { added: ['a/index.html'] },
      `${link} is a symbolic link; copy its target into the site instead`,
    )
  })

  test('a file that was not staged, or is a folder there', () => {
    staged({ 'a/b/index.html': 'new' })
    expectRefusal({ changed: ['index.html'] }, 'staging/index.html is missing or not a file')
    expectRefusal({ added: ['a/b'] }, 'staging/a/b is missing or not a file')
  })

  test('an editor’s file where a folder must be', () => {
    published({ politics: 'mine' })
    staged({ 'politics/a/index.html': 'new' })
    expectRefusal(
      { added: ['politics/a/index.html'] },
      'public/politics is a file, but the site needs a folder there',
    )
  })

  test('a folder with an editor’s files where a file must be, or an empty one', () => {
    published({ 'old.html/index.html': 'ours', 'old.html/notes.txt': 'mine' })
    staged({ 'old.html': 'new' })
    const changes = { added: ['old.html'], removed: ['old.html/index.html'] }
    const message = 'public/old.html is a folder, but the site needs a file there; remove it and build again'
    expectRefusal(changes, message)
    site.remove(join(site.published, 'old.html/notes.txt'))
    mkdirSync(join(site.published, 'old.html/empty'))
    expectRefusal(changes, message)
    site.remove(join(site.published, 'old.html'))
    mkdirSync(join(site.published, 'old.html'))
    expectRefusal(changes, message)
  })

  test('a published folder that is a file, or a link that leads nowhere', () => {
    site.remove(site.published)
    staged({ 'index.html': 'new' })
    symlinkSync('nowhere', site.published)
    expectRefusal({ added: ['index.html'] }, 'public is a symbolic link that leads nowhere')
    site.remove(site.published)
    writeFileSync(site.published, 'mine')
    expectRefusal({ added: ['index.html'] }, 'public is a file, not a folder')
  })

  test.each([
    '../precious.txt',
    'a/../../precious.txt',
    '/precious.txt',
    'a//b',
    'a/',
    '',
    '.',
    'a\\b',
    'a\0b',
  ])('the path %j', file => {
    expectRefusal({ added: [file] }, 'is not a path inside the site')
    expectRefusal({ changed: [file] }, 'is not a path inside the site')
    expectRefusal({ removed: [file] }, 'is not a path inside the site')
  })

  test('names with dots are paths like others', () => {
    staged({ '..a/.well-known/b..c': 'new' })
    expect(site.plan({ added: ['..a/.well-known/b..c'] }).moves).toEqual(['..a/.well-known/b..c'])
  })
})

describe('files of ours in the way go first', () => {
  test('a file that becomes a folder, and a folder that becomes a file', () => {
    published({
      'was.html': 'file',
      'old.html/a/index.html': 'folder',
      'old.html/index.html': 'folder',
      z: '',
    })
    staged({ 'was.html/index.html': 'folder', 'old.html': 'file' })
    const removed = ['old.html/a/index.html', 'old.html/index.html', 'was.html', 'z']
    const { obstacles, removals } = site.plan({ added: ['old.html', 'was.html/index.html'], removed })
    expect([...obstacles].sort()).toEqual(removed.slice(0, 3))
    expect(removals).toEqual(['z'])
  })

  test('a name that changes only its letter case: the old one is never removed after the new one has come', () => {
    published({ 'World/index.html': 'old' })
    staged({ 'world/index.html': 'new' })
    const changes = { added: ['world/index.html'], removed: ['World/index.html'] }
    // Two files on this disk; on one that ignores case the same change finds one file under both names, as below.
    expect(site.plan(changes)).toMatchObject({ removals: ['World/index.html'], obstacles: [] })
    mkdirSync(join(site.published, 'world'))
    linkSync(join(site.published, 'World/index.html'), join(site.published, 'world/index.html'))
    expect(site.plan(changes)).toMatchObject({ removals: [], obstacles: ['World/index.html'] })
  })
})

describe('compressed copies', () => {
  const all = { 'a.html': 'old', 'a.html.br': 'old', 'a.html.gz': 'old' }

  test('of a file that changes go before it does: no reader gets an old one beside the new file', () => {
    published(all)
    staged({ 'a.html': 'new', 'a.html.br': 'new', 'a.html.gz': 'new' })
    const names = Object.keys(all)
    const journal = site.plan({ changed: names })
    expect(journal).toMatchObject({ moves: names, obstacles: ['a.html.br', 'a.html.gz'], removals: [] })
    expect(site.carryOut(journal)).toEqual([])
    expect(site.files()).toEqual({ 'a.html': 'new', 'a.html.br': 'new', 'a.html.gz': 'new' })
  })

  test('that there are none of any more go before their file changes as well', () => {
    published(all)
    staged({ 'a.html': 'new' })
    const journal = site.plan({ changed: ['a.html'], removed: ['a.html.br', 'a.html.gz'] })
    expect(journal).toMatchObject({ obstacles: ['a.html.br', 'a.html.gz'], removals: [] })
    site.carryOut(journal)
    expect(site.files()).toEqual({ 'a.html': 'new' })
  })

  test('of a file that goes go before it', () => {
    published(all)
    expect(site.plan({ removed: Object.keys(all) }).removals).toEqual(['a.html.br', 'a.html.gz', 'a.html'])
  })

  test('that an editor made are left alone', () => {
    published(all)
    staged({ 'a.html': 'new' })
    expect(site.plan({ changed: ['a.html'] }).obstacles).toEqual([])
  })

  test('a new front comes with its own', () => {
    published({ 'notes.txt': 'mine', 'b.html': 'old' })
    const added = ['a.html', 'index.html', 'index.html.br', 'index.html.gz']
    staged({ 'b.html': 'new', ...Object.fromEntries(added.map(file => [file, 'new'])) })
    expect(site.plan({ added, changed: ['b.html'] }).moves).toEqual([...added, 'b.html'])
  })
})

test('nothing is planned twice', () => {
  published({ 'a.html': 'old' })
  staged({ 'a.html': 'new' })
  expect(site.plan({ added: ['a.html'], changed: ['a.html'] }).moves).toEqual(['a.html'])
  expect(readdirSync(site.staging)).toEqual(['a.html'])
})
