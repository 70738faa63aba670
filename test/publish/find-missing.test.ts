import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LastSite, rememberNothing } from '../../src/archive/last-site.ts'
import { storedTables, writeEdits } from '../../src/archive/stored-tables.ts'
import { editTables, noTables } from '../../src/archive/tables.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { findMissing } from '../../src/publish/find-missing.ts'
import { folderMark } from '../../src/publish/folder-mark.ts'
import { placeOf } from '../../src/publish/output.ts'
import { digestOf } from '../../src/system/digest.ts'
import { openStore, type Store } from '../../src/system/store.ts'

let root: string
let published: string
let store: Store

const files = ['About/index.html', 'index.html', 'world/rss.xml', 'world/शहर/index.html', '🛳️/index.html']

/** The site as its last publish left it. */
const lastSite = (more: { folder?: null } = {}): LastSite => ({
  ...rememberNothing(),
  store,
  tables: storedTables(store),
  last: {
    now: 0 as Instant,
    audience: 'readers',
    timezone: 'UTC',
    basis: '',
    versions: '',
    commit: null,
    underWay: null,
    folder: folderMark(published),
    ...more,
  },
})

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'dateline-missing-'))
  published = join(root, '_site')
  store = await openStore(join(root, 'store'))
  const rows = editTables(noTables)
  for (const path of files) {
    mkdirSync(dirname(join(published, path)), { recursive: true })
    writeFileSync(join(published, path), path)
    const made = { by: 'copy', from: path } as const
    rows.set('outputs', placeOf(path), { path, digest: digestOf(path), made })
  }
  await writeEdits(store, [rows.edits])
})
afterEach(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

const missing = async (site: LastSite) =>
  (await findMissing(site, published, false)).missing.map(({ path }) => path)

test('before the first publish nothing is missing, and nothing is known of what is there', async () => {
  expect(await findMissing(rememberNothing(), published, false)).toEqual({ missing: [], isDoubtful: true })
})

test('a folder that nobody else touched holds all that was published', async () => {
  expect(await findMissing(lastSite(), published, false)).toEqual({ missing: [], isDoubtful: false })
})

test('a file that somebody added is a reason to look; nothing need be missing', async () => {
  const site = lastSite()
  writeFileSync(join(published, 'notes.txt'), 'mine')
  expect(await findMissing(site, published, false)).toEqual({ missing: [], isDoubtful: true })
})

test('files that somebody removed are missing, whatever their names', async () => {
  const site = lastSite()
  for (const folder of ['About', 'world/शहर', '🛳️']) rmSync(join(published, folder), { recursive: true })
  expect(await missing(site)).toEqual(['About/index.html', 'world/शहर/index.html', '🛳️/index.html'])
})

test('a folder in the place of a file is no file', async () => {
  const site = lastSite()
  rmSync(join(published, 'index.html'))
  mkdirSync(join(published, 'index.html'))
  expect(await missing(site)).toEqual(['index.html'])
})

test('a file in the place of a folder hides all that was in it', async () => {
  const site = lastSite()
  rmSync(join(published, 'world'), { recursive: true })
  writeFileSync(join(published, 'world'), 'mine')
  expect(await missing(site)).toEqual(['world/rss.xml', 'world/शहर/index.html'])
})

test('of a folder that is gone everything is missing', async () => {
  const site = lastSite()
  rmSync(published, { recursive: true })
  expect(await missing(site)).toHaveLength(files.length)
})

test('a folder that was moved away and back is the same', async () => {
  const site = lastSite()
  renameSync(published, `${published}-away`)
  renameSync(`${published}-away`, published)
  expect(await findMissing(site, published, false)).toEqual({ missing: [], isDoubtful: false })
})

test('after a publish that went elsewhere a file counts by what it says', async () => {
  const site = lastSite({ folder: null })
  expect(await missing(site)).toEqual([])
  writeFileSync(join(published, 'world/rss.xml'), 'an older feed')
  expect(await missing(site)).toEqual(['world/rss.xml'])
})

test('in doubt every file counts by what it says, wherever it stands', async () => {
  const site = lastSite()
  writeFileSync(join(published, 'world/rss.xml'), 'scribble')
  rmSync(join(published, 'world/शहर/index.html'))
  expect((await findMissing(site, published, true)).missing.map(({ path }) => path)).toEqual([
    'world/rss.xml',
    'world/शहर/index.html',
  ])
})
