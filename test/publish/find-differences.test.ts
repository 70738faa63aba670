import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editTables, noTables } from '../../src/archive/tables.ts'
import { type Differences, findDifferences } from '../../src/publish/find-differences.ts'
import type { Changes } from '../../src/publish/order-moves.ts'
import { type Output, placeOf } from '../../src/publish/output.ts'
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

type Publish = {
  readonly staged?: Files
  readonly published?: Files
  /** What the last publish put there. */
  readonly known?: readonly string[]
  readonly outputs?: Readonly<Record<string, string | null>>
  readonly removals?: readonly string[]
  readonly beside?: readonly string[]
  readonly isPublished?: boolean
}

const differences = (publish: Publish): Changes => {
  const { staged = {}, published = {}, known = [], outputs = {}, ...rest } = publish
  const { removals = [], beside = [], isPublished = true } = rest
  write('staging', staged)
  write('published', published)
  const before = editTables(noTables)
  for (const path of known) before.set('outputs', placeOf(path), output(path))
  const rows: Differences['outputs'] = new Map(
    Object.entries(outputs).map(([place, path]) => [place, path === null ? null : output(path)]),
  )
  const folders = { staging: join(root, 'staging'), published: join(root, 'published') }
  return findDifferences({ folders, isPublished, before, outputs: rows, beside, removals })
}

const nothing: Changes = { added: [], changed: [], removed: [] }

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

  test('that plain Eleventy put there to the byte is told: nobody else did', () => {
    expect(differences({ staged: { a: '1' }, published: { a: '1' }, beside: ['a'] })).toEqual({
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

  test('is not told of what must not be there and is not, but where nobody can look', () => {
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

test('without the published folder at hand the rows tell what is new', () => {
  const publish = { staged: { a: '2', b: '1', 'c/x': '1' }, known: ['a', 'C/x'], isPublished: false }
  expect(differences(publish)).toEqual({ ...nothing, added: ['b', 'c/x'], changed: ['a'] })
})
