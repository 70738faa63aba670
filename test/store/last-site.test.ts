import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { type LastPublish, nothingPending } from '../../src/store/last-publish.ts'
import { openLastSite, setCurrentStore } from '../../src/store/last-site.ts'
import { openStore } from '../../src/store/store.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-state-'))
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

const last: LastPublish = {
  viewpoint: { now: 1729742400000 as Instant, audience: readers, timezone: 'Asia/Kolkata' },
  basisDigest: 'basis',
  versions: 'versions',
  modulesDigest: '',
  commit: null,
  pending: nothingPending,
  folder: null,
  sharesDigest: null,
  delivers: false,
}

const pointer = () => join(state, 'current.json')

const remember = async (name: string, rows: readonly (readonly [string, unknown])[]): Promise<string> => {
  const folder = join(state, name)
  const store = await openStore(folder)
  await store.write(rows)
  await store.close()
  return folder
}

/** As a publish leaves it. */
const publish = async (name = 'store-a'): Promise<string> => {
  const folder = await remember(name, [
    ['publish!last', last],
    ['lists!folders', ['nato']],
  ])
  setCurrentStore(state, folder)
  return folder
}

const layoutDigest = async () => {
  const site = await openLastSite(state)
  const topics = site.tables.get('lists', 'folders')
  await site.store?.close()
  const { last: found, lossReason: loss, nextFolder } = site
  return { found, loss, topics, next: basename(nextFolder) }
}

test('of a site that was never published nothing is remembered, and nothing is lost', async () => {
  expect(await layoutDigest()).toEqual({ found: null, loss: null, topics: undefined, next: 'store-a' })
})

test('what a publish left is there again', async () => {
  await publish()
  expect(await layoutDigest()).toEqual({ found: last, loss: null, topics: ['nato'], next: 'store-b' })
})

test('of two stores the one that was pointed to last counts, and the other is the next', async () => {
  await publish('store-a')
  const folder = await remember('store-b', [['publish!last', { ...last, basis: 'new' }]])
  expect((await layoutDigest()).found?.basisDigest).toBe('basis')
  setCurrentStore(state, folder)
  expect(await layoutDigest()).toMatchObject({ found: { basis: 'new' }, topics: undefined, next: 'store-a' })
})

test('a store that no publish finished is taken for none', async () => {
  setCurrentStore(state, await remember('store-a', [['lists!folders', ['nato']]]))
  expect(await layoutDigest()).toMatchObject({
    found: null,
    loss: 'the record of the last publish is incomplete',
    topics: undefined,
    next: 'store-b',
  })
})

describe('what another Dateline left', () => {
  const writePointer = (content: unknown) => writeFileSync(pointer(), JSON.stringify(content))

  test('is forgotten when its format is older, and the next build is a full one', async () => {
    await publish()
    writePointer({ format: 0, store: 'store-a' })
    expect(await layoutDigest()).toMatchObject({
      found: null,
      loss: 'the record of the last publish has an older format',
      topics: undefined,
      next: 'store-b',
    })
  })

  test.each(['store-a', 'index'])('is not touched when its form is newer, called %s', async store => {
    await publish()
    writePointer({ format: 99, store })
    await expect(openLastSite(state)).rejects.toThrow(
      `${state} was written by a newer version of Dateline; use that version, or delete the folder and build again`,
    )
    expect(existsSync(join(state, 'store-a'))).toBe(true)
  })
})

describe('damage', () => {
  const damaged = {
    found: null,
    loss: 'the record of the last publish is damaged',
    topics: undefined,
  }

  test.each([
    ['empty', ''],
    ['cut short', '{"format": 1, "st'],
    ['of zeros', '\u0000\u0000'],
    ['of other things', '"store-a"'],
    ['null', 'null'],
    ['without a store', '{"format": 1}'],
    ['without a form', '{"store": "store-a"}'],
    ['to elsewhere', '{"format": 1, "store": "../../elsewhere"}'],
  ])('a pointer that is %s', async (_what, text) => {
    await publish()
    writeFileSync(pointer(), text)
    expect(await layoutDigest()).toMatchObject(damaged)
  })

  test('a store whose files are cut short', async () => {
    const folder = await publish()
    for (const file of readdirSync(folder)) truncateSync(join(folder, file), 0)
    expect(await layoutDigest()).toMatchObject({ ...damaged, next: 'store-b' })
  })

  test('a store that is a folder with something else in it', async () => {
    const folder = await publish()
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    writeFileSync(join(folder, 'CURRENT'), 'notes')
    expect(await layoutDigest()).toMatchObject(damaged)
  })

  test('a store that is gone', async () => {
    rmSync(await publish(), { recursive: true })
    expect(await layoutDigest()).toMatchObject({
      found: null,
      loss: 'the record of the last publish is missing',
      next: 'store-b',
    })
  })

  test('a last publish that is not as it was written: its store is closed again', async () => {
    const folder = await publish()
    const { ClassicLevel } = await import('classic-level')
    const level = new ClassicLevel<string, string>(folder)
    await level.put('publish!last', '0000000{}')
    await level.close()
    expect(await layoutDigest()).toMatchObject(damaged)
    // A store that is open could not be opened like this.
    const again = new ClassicLevel<string, string>(folder)
    await again.open()
    await again.close()
  })

  test('a damaged store goes when another takes its place', async () => {
    const folder = await publish()
    for (const file of readdirSync(folder)) truncateSync(join(folder, file), 0)
    expect((await openLastSite(state)).folder).toBe(folder)
  })
})
