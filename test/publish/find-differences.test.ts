import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Differences, findDifferences } from '../../src/publish/find-differences.ts'
import { type Output, outputKey } from '../../src/store/output.ts'
import type { OutputChanges } from '../../src/store/output-changes.ts'
import { editTables, noTables } from '../../src/store/tables.ts'
import { listFiles } from '../../src/system/files.ts'
import type { Files } from '../rig/site-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-differences-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (folder: string, files: Files) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, file)), { recursive: true })
    writeFileSync(join(root, folder, file), text)
  }
}

const output = (path: string): Output => ({ path, digest: '', made: { by: 'copy', from: path } })

const rowOf = (row: string | Output): Output => (typeof row === 'string' ? output(row) : row)

/** With compressed copies that have digests after its own. */
const compressed = (path: string, digest: string): Output => ({
  ...output(path),
  digest,
  compressed: { br: `${digest} br`, gz: `${digest} gz` },
})

type Publish = {
  readonly staged?: Files
  readonly published?: Files
  /** What the last publish put there. */
  readonly known?: readonly (string | Output)[]
  readonly outputs?: Readonly<Record<string, string | Output | null>>
  readonly removals?: readonly string[]
  readonly eleventyFiles?: readonly string[]
  readonly isPublished?: boolean
}

const differences = (publish: Publish): OutputChanges => {
  const { staged = {}, published = {}, known = [], outputs = {}, ...rest } = publish
  const { removals = [], eleventyFiles = [], isPublished = true } = rest
  write('staging', staged)
  write('published', published)
  const before = editTables(noTables)
  for (const row of known.map(rowOf)) before.set('outputs', outputKey(row.path), row)
  const rows: Differences['outputs'] = new Map(
    Object.entries(outputs).map(([place, row]) => [place, row === null ? null : rowOf(row)]),
  )
  const folders = { staging: join(root, 'staging'), published: join(root, 'published') }
  return findDifferences({ folders, isPublished, before, outputs: rows, eleventyFiles, removals })
}

const nothing: OutputChanges = { added: [], changed: [], removed: [] }

describe('A staged file', () => {
  test('that is not there is added, be it known', () => {
    expect(differences({ staged: { a: '1', b: '1' }, known: ['b'] })).toEqual({
      ...nothing,
      added: ['a', 'b'],
    })
  })

  test('that the last publish put there is changed', () => {
    const publish = { staged: { 'w/a': '2' }, published: { 'w/a': '1' }, known: ['w/a'] }
    expect(differences(publish)).toEqual({ ...nothing, changed: ['w/a'] })
  })

  test('that somebody else put there, with other bytes, is changed', () => {
    expect(differences({ staged: { a: '2' }, published: { a: '1' } })).toEqual({ ...nothing, changed: ['a'] })
  })

  test('that somebody put there to the byte is no change, and need not move', () => {
    expect(differences({ staged: { a: '1', b: '2' }, published: { a: '1' } })).toEqual({
      ...nothing,
      added: ['b'],
    })
    expect(listFiles(join(root, 'staging'))).toEqual(['b'])
  })

  test('that plain Eleventy put there to the byte is reported: nobody else did', () => {
    expect(differences({ staged: { a: '1' }, published: { a: '1' }, eleventyFiles: ['a'] })).toEqual({
      ...nothing,
      changed: ['a'],
    })
  })
})

describe('What goes', () => {
  test('is what has no row any more, and what must not be there', () => {
    const published = { secret: '1' }
    const publish = { known: ['A/x', 'b'], outputs: { 'a/x': null, c: null }, removals: ['secret', 'A/x'] }
    expect(differences({ ...publish, published })).toEqual({ ...nothing, removed: ['A/x', 'secret'] })
  })

  test('does not report what must not be there and is not, but where nobody can look', () => {
    expect(differences({ removals: ['secret'] })).toEqual(nothing)
    expect(differences({ removals: ['secret'], isPublished: false })).toEqual({
      ...nothing,
      removed: ['secret'],
    })
  })

  test('is the old file where only the letter case changed', () => {
    const publish = { staged: { 'old/a': '1' }, known: ['Old/a'], outputs: { 'old/a': 'old/a' } }
    expect(differences(publish)).toEqual({ ...nothing, added: ['old/a'], removed: ['Old/a'] })
  })

  test('is nothing where the same file stays', () => {
    expect(differences({ known: ['a'], outputs: { a: 'a' } })).toEqual(nothing)
  })
})

test('without the published folder at hand the rows say what is new', () => {
  const publish = { staged: { a: '2', b: '1', 'c/x': '1' }, known: ['a', 'C/x'], isPublished: false }
  expect(differences(publish)).toEqual({ ...nothing, added: ['b', 'c/x'], changed: ['a'] })
})

describe('Compressed copies', () => {
  const all = (text: string) => ({ a: text, 'a.br': `${text} br`, 'a.gz': `${text} gz` })

  test('come, change and go with their file', () => {
    const [one, two] = [compressed('a', '1'), compressed('a', '2')]
    expect(differences({ staged: all('1'), outputs: { a: one } }).added).toEqual(['a', 'a.br', 'a.gz'])
    expect(differences({ staged: all('2'), published: all('1'), known: [one], outputs: { a: two } })).toEqual(
      {
        ...nothing,
        changed: ['a', 'a.br', 'a.gz'],
      },
    )
    rmSync(join(root, 'staging'), { recursive: true })
    expect(differences({ known: [one], outputs: { a: null } }).removed).toEqual(['a', 'a.br', 'a.gz'])
  })

  test('are added to a file that stays, and taken from it', () => {
    const plain = { ...output('a'), digest: '1' }
    const one = compressed('a', '1')
    const publish = { staged: all('1'), published: { a: '1' }, known: [plain], outputs: { a: one } }
    expect(differences(publish)).toEqual({ ...nothing, added: ['a.br', 'a.gz'] })
    rmSync(join(root, 'staging'), { recursive: true })
    const back = { staged: { a: '1' }, published: all('1'), known: [one], outputs: { a: plain } }
    expect(differences(back)).toEqual({ ...nothing, removed: ['a.br', 'a.gz'] })
  })

  test('that somebody removed or changed come again, and only they', () => {
    const one = compressed('a', '1')
    const published = { a: '1', 'a.gz': 'scribble' }
    expect(differences({ staged: all('1'), published, known: [one], outputs: { a: one } })).toEqual({
      ...nothing,
      added: ['a.br'],
      changed: ['a.gz'],
    })
  })

  test('of what must not be there go as well, whoever made them: servers would send them', () => {
    const published = { 'secret.br': '1', 'secret.gz': '1' }
    expect(differences({ removals: ['secret'], published }).removed).toEqual(['secret.br', 'secret.gz'])
  })

  test('by whose names files of the newsroom’s own go stay', () => {
    const published = { 'secret.gz': '1' }
    expect(differences({ removals: ['secret'], published, known: ['secret.gz'] })).toEqual(nothing)
  })
})
