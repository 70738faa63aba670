import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Found } from '../../src/plan/standing.ts'
import { findMissing, findUnreported } from '../../src/publish/find-missing.ts'
import { folderMark } from '../../src/store/folder-mark.ts'
import type { Journal } from '../../src/store/journal.ts'
import { type LastPublish, nothingPending } from '../../src/store/last-publish.ts'
import { type LastSite, noLastSite } from '../../src/store/last-site.ts'
import { outputKey } from '../../src/store/output.ts'
import { noChanges } from '../../src/store/output-changes.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { storedTables, writeEdits } from '../../src/store/stored-tables.ts'
import { editTables, noTables } from '../../src/store/tables.ts'
import { digestOf } from '../../src/system/digest.ts'

let root: string
let published: string
let store: Store

const files = ['About/index.html', 'index.html', 'world/rss.xml', 'world/शहर/index.html', '🛳️/index.html']

/** The site as its last publish left it. */
const lastSite = (more: Partial<LastPublish> = {}): LastSite => ({
  ...noLastSite(),
  store,
  tables: storedTables(store),
  last: {
    viewpoint: { now: 0 as Instant, audience: readers, timezone: 'UTC' },
    basisDigest: '',
    versions: '',
    modulesDigest: '',
    commit: null,
    pending: nothingPending,
    folder: folderMark(published),
    sharesDigest: null,
    delivers: false,
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
    rows.set('outputs', outputKey(path), { path, digest: digestOf(path), made })
  }
  await writeEdits(store, [rows.edits])
})
afterEach(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

const layoutDigest = (site: LastSite, isAll = false, eleventyFiles: readonly string[] | null = null) =>
  findMissing(site, { published, staging: join(root, 'staging') }, isAll, eleventyFiles)

const missing = async (site: LastSite, isAll = false) =>
  (await layoutDigest(site, isAll)).missing.map(({ path }) => path)

const asItWas: Found = { missing: [], returned: [], isDoubtful: false }

/** Puts an exact copy in the place of the published folder. */
const replace = () => {
  cpSync(published, `${published}-copy`, { recursive: true, preserveTimestamps: true })
  rmSync(published, { recursive: true })
  renameSync(`${published}-copy`, published)
}

/** As when a publish took it away. */
const takeAway = async (path: string) => {
  rmSync(join(published, path))
  await store.write([
    [`outputs!${outputKey(path)}`, null],
    [`gone!${outputKey(path)}`, path],
  ])
}

test('before the first publish nothing is missing, and nothing is known of what is there', async () => {
  expect(await layoutDigest(noLastSite())).toEqual({ ...asItWas, isDoubtful: true })
})

test('a folder that nobody else touched holds all that was published', async () => {
  expect(await layoutDigest(lastSite())).toEqual(asItWas)
})

test('a file that somebody added is a reason to look; nothing need be missing', async () => {
  const site = lastSite()
  writeFileSync(join(published, 'notes.txt'), 'mine')
  expect(await layoutDigest(site)).toEqual({ ...asItWas, isDoubtful: true })
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
  expect(await layoutDigest(site)).toEqual(asItWas)
})

test('after a publish that went elsewhere a file counts by what it says', async () => {
  const site = lastSite({ folder: null })
  expect(await missing(site)).toEqual([])
  writeFileSync(join(published, 'world/rss.xml'), 'an older feed')
  expect(await missing(site)).toEqual(['world/rss.xml'])
})

test('when all is asked for every file counts by what it says, wherever it stands', async () => {
  const site = lastSite()
  writeFileSync(join(published, 'world/rss.xml'), 'scribble')
  rmSync(join(published, 'world/शहर/index.html'))
  expect(await missing(site)).toEqual([])
  expect(await missing(site, true)).toEqual(['world/rss.xml', 'world/शहर/index.html'])
})

test('in another folder than the one that was left, be it a copy, every file counts by what it says', async () => {
  const site = lastSite()
  replace()
  expect(await layoutDigest(site)).toEqual({ ...asItWas, isDoubtful: true })
  writeFileSync(join(published, 'world/rss.xml'), 'an older feed')
  expect(await missing(site)).toEqual(['world/rss.xml'])
})

test('what was taken away is back in an older copy of the folder; a file of somebody else is not ours', async () => {
  await takeAway('world/rss.xml')
  const site = lastSite()
  expect(await layoutDigest(site)).toEqual(asItWas)
  replace()
  writeFileSync(join(published, 'world/rss.xml'), 'world/rss.xml')
  writeFileSync(join(published, 'notes.txt'), 'mine')
  expect(await layoutDigest(site)).toEqual({ missing: [], returned: ['world/rss.xml'], isDoubtful: true })
})

test('what plain Eleventy wrote beside every publish has to go, and every file counts by what it says', async () => {
  const site = lastSite()
  writeFileSync(join(published, 'world/later.xml'), 'later')
  writeFileSync(join(published, 'world/rss.xml'), 'a later feed')
  expect(await layoutDigest(site)).toEqual(asItWas)
  const { missing: differing, returned } = await layoutDigest(site, false, ['world/later.xml', 'gone.html'])
  expect(differing.map(({ path }) => path)).toEqual(['world/rss.xml'])
  expect(returned).toEqual(['world/later.xml'])
  expect((await layoutDigest(noLastSite(), false, ['world/later.xml'])).returned).toEqual(['world/later.xml'])
})

describe('While moves are pending', () => {
  const journal: Journal = { way: 'moves', moves: ['index.html'], removals: ['old.html'], obstacles: [] }
  const owing = () => lastSite({ pending: { journal, changes: noChanges }, folder: null })

  test('what is staged counts as published, and what is to go as gone', async () => {
    await store.write([['gone!old.html', 'old.html']])
    writeFileSync(join(published, 'index.html'), 'the old front')
    writeFileSync(join(published, 'old.html'), 'old')
    mkdirSync(join(root, 'staging'))
    writeFileSync(join(root, 'staging/index.html'), 'index.html')
    expect(await layoutDigest(owing())).toEqual({ ...asItWas, isDoubtful: true })
  })

  test('what is neither staged nor published is missing', async () => {
    rmSync(join(published, 'index.html'))
    expect(await missing(owing())).toEqual(['index.html'])
  })
})

test('a file in place of the published folder is named', async () => {
  rmSync(published, { recursive: true })
  writeFileSync(published, 'mine')
  await expect(missing(lastSite())).rejects.toThrow(
    '_site is a file, not a folder; remove it and build again',
  )
})

test('elsewhere all is missing that was not reported', () => {
  const changes = { added: ['world/rss.xml'], changed: ['index.html'], removed: ['old.html'] }
  const { missing: unreported } = findUnreported(storedTables(store), changes)
  expect(unreported.map(({ path }) => path)).toEqual(['world/rss.xml', 'index.html'])
})

test('a file whose compressed form somebody removed or changed is made again', async () => {
  const form = join(published, 'index.html.br')
  const row = { path: 'index.html', digest: digestOf('index.html'), made: { by: 'copy', from: '' } } as const
  for (const name of ['index.html.br', 'index.html.gz']) writeFileSync(join(published, name), name)
  const compressed = { br: digestOf('index.html.br'), gz: digestOf('index.html.gz') }
  await store.write([['outputs!index.html', { ...row, compressed }]])
  expect(await missing(lastSite(), true)).toEqual([])
  writeFileSync(form, 'scribble')
  expect(await missing(lastSite(), true)).toEqual(['index.html'])
  const site = lastSite()
  rmSync(form)
  expect(await missing(site)).toEqual(['index.html'])
})
