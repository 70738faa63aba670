import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Archive, createArchive } from '../../src/archive/create-archive.ts'
import { readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Output } from '../../src/store/output.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { fillStore, rowsOf, storedTables, writeEdits } from '../../src/store/stored-tables.ts'
import { type Edits, editTables, noTables, type TableName } from '../../src/store/tables.ts'
import { filesOf, now, randomStories } from '../rig/newsroom-arbitrary.ts'
import { zone } from '../rig/site-data.ts'
import { archiveOf, newsroomOf, tablesOf } from '../rig/small-newsroom.ts'

let root: string
let store: Store
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'dateline-tables-'))
  store = await openStore(join(root, 'store'))
})
afterEach(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

const output = (path: string): Output => ({ path, digest: `of ${path}`, made: { by: 'copy', from: path } })

const outputs = (...paths: readonly string[]): Edits =>
  new Map([['outputs', new Map(paths.map(path => [path, output(path)]))]])

const listed = async <Name extends TableName>(table: Name, start = '') => {
  const keys: string[] = []
  for await (const [key] of rowsOf(store, table, start)) keys.push(key)
  return keys
}

test('tables that moved to the store have the same rows, and take new ones on top', async () => {
  const tables = editTables(noTables)
  tables.set('lists', 'folders', ['nato'])
  tables.set('lists', 'templates', ['asha-rao'])
  await fillStore(store, tables.edits)
  tables.moveTo(storedTables(store))
  expect(tables.edits.size).toBe(0)
  expect(tables.get('lists', 'folders')).toEqual(['nato'])
  tables.set('lists', 'folders', ['harbour'])
  tables.set('lists', 'templates', null)
  expect(tables.get('lists', 'folders')).toEqual(['harbour'])
  expect(tables.get('lists', 'templates')).toBeUndefined()
  expect(store.get('lists!folders')).toEqual(['nato'])
})

test('what was written is found by table and key, and in no other table', async () => {
  const edits = editTables(noTables)
  edits.set('lists', 'folders', ['nato'])
  edits.set('due', 'due', [{ at: 5 as Instant, file: 'a.md' }])
  await writeEdits(store, [edits.edits])
  const tables = storedTables(store)
  expect(tables.get('lists', 'folders')).toEqual(['nato'])
  expect(tables.get('due', 'due')).toEqual([{ at: 5, file: 'a.md' }])
  expect(tables.get('lists', 'due')).toBeUndefined()
  expect(tables.get('claims', 'topic')).toBeUndefined()
})

test('of several edits the last one holds, and null takes a row away', async () => {
  await writeEdits(store, [outputs('a', 'b'), new Map([['outputs', new Map([['a', null]])]])])
  expect(await listed('outputs')).toEqual(['b'])
  await writeEdits(store, [new Map([['outputs', new Map([['b', null]])]]), outputs('a')])
  expect(await listed('outputs')).toEqual(['a'])
})

test('the rows of a table are listed in the order of their keys, all of them or those that begin so', async () => {
  await writeEdits(store, [outputs('world/b', 'rss.xml', 'world/a', 'world.svg', '🛳️.svg')])
  expect(await listed('outputs')).toEqual(['rss.xml', 'world.svg', 'world/a', 'world/b', '🛳️.svg'])
  expect(await listed('outputs', 'world/')).toEqual(['world/a', 'world/b'])
  expect(await listed('marks')).toEqual([])
})

test('tables on top of those of a store hide what they change, and only that', async () => {
  await writeEdits(store, [outputs('a', 'b', 'c')])
  const tables = editTables(storedTables(store))
  tables.set('outputs', 'a', null)
  tables.set('outputs', 'b', output('B'))
  const paths = (of: typeof tables) => ['a', 'b', 'c'].map(key => of.get('outputs', key)?.path)
  expect(paths(tables)).toEqual([undefined, 'B', 'c'])
  expect(paths(editTables(storedTables(store)))).toEqual(['a', 'b', 'c'])
  // As another thread comes by them.
  expect(paths(editTables(storedTables(store), structuredClone(tables.edits)))).toEqual([undefined, 'B', 'c'])
})

test('more rows than are kept at hand are all found', async () => {
  const paths = Array.from({ length: 6_000 }, (_, index) => `page-${index}`)
  await fillStore(store, outputs(...paths))
  const tables = storedTables(store)
  expect(paths.filter(path => tables.get('outputs', path)?.path !== path)).toEqual([])
  expect(paths.filter(path => tables.get('outputs', path)?.path !== path)).toEqual([])
})

test('an archive that is read from a store is the archive in memory', async () => {
  const property = fc.asyncProperty(randomStories(), async random => {
    const valid = newsroomOf(filesOf(random))
    const shown = (archive: Archive) => ({
      stories: valid.stories.map(({ file }) => archive.story(file)),
      beside: valid.stories.map(story => archive.neighbours(story)),
      keys: (['section', 'topic', 'byline'] as const).map(archive.keys),
      newest: archive.listing({ of: 'site' }).newest(3),
      months: archive.listing({ of: 'site' }).months,
      corrections: archive.corrections.newest(9),
      days: archive.days.newest(9),
    })
    const other = await openStore(mkdtempSync(join(root, 'any-')))
    try {
      await fillStore(other, tablesOf(valid, now).edits)
      const stored = createArchive(storedTables(other), { now, audience: readers, timezone: zone })
      expect(shown(stored)).toEqual(shown(archiveOf(valid, now)))
    } finally {
      await other.close()
    }
  })
  await fc.assert(property, { numRuns: 20 })
})
