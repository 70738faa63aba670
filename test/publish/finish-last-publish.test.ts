import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LastSite, openLastSite, pointTo, rememberNothing } from '../../src/archive/last-site.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { finishLastPublish } from '../../src/publish/finish-last-publish.ts'
import { folderMark } from '../../src/publish/folder-mark.ts'
import type { Folders } from '../../src/publish/journal.ts'
import type { LastPublish } from '../../src/publish/last-publish.ts'
import { exists, listFiles } from '../../src/system/files.ts'
import { openStore } from '../../src/system/store.ts'
import type { Files } from '../rig/site-folder.ts'

let root: string
let folders: Folders
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-finish-'))
  folders = { staging: join(root, 'staging'), published: join(root, '_site') }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (folder: string, files: Files) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

const underWay: LastPublish['underWay'] = {
  journal: {
    way: 'moves',
    moves: ['new/index.html', 'index.html'],
    removals: ['old/index.html'],
    obstacles: [],
  },
  changes: { added: ['new/index.html'], changed: ['index.html'], removed: ['old/index.html'] },
}

const publish: LastPublish = {
  now: 0 as Instant,
  audience: 'readers',
  timezone: 'UTC',
  basis: '',
  versions: '',
  commit: null,
  underWay,
  folder: null,
}

/** What a run leaves that was stopped in the middle of its moves. */
const stop = async (last: LastPublish): Promise<void> => {
  const folder = join(root, 'state/store-a')
  const store = await openStore(folder)
  await store.write([['publish!last', last]])
  await store.close()
  pointTo(join(root, 'state'), folder)
}

const finish = async () => {
  const opened = await openLastSite(join(root, 'state'))
  try {
    return await finishLastPublish(opened, folders)
  } finally {
    await opened.store?.close()
  }
}

const remembered = async (): Promise<LastSite['last']> => {
  const { last, store } = await openLastSite(join(root, 'state'))
  await store?.close()
  return last
}

const nothing = { added: [], changed: [], removed: [] }

test('where nothing was published there is nothing to finish', async () => {
  expect(await finishLastPublish(rememberNothing(), folders)).toEqual({
    lastSite: rememberNothing(),
    carried: nothing,
  })
})

test('a publish that came to its end is left as it is', async () => {
  await stop({ ...publish, underWay: null })
  write(folders.staging, { 'index.html': 'left over' })
  const { lastSite, carried } = await finish()
  expect(carried).toEqual(nothing)
  expect(lastSite.last).toEqual({ ...publish, underWay: null })
  expect(exists(join(folders.staging, 'index.html'))).toBe(true)
})

describe('a publish that was stopped between two moves', () => {
  beforeEach(async () => {
    await stop(publish)
    write(folders.published, { 'index.html': 'old', 'old/index.html': 'old', 'new/index.html': 'new' })
    write(folders.staging, { 'index.html': 'new' })
  })

  test('is finished, and what it changed is still to be told', async () => {
    const { lastSite, carried } = await finish()
    expect(listFiles(folders.published)).toEqual(['index.html', 'new/index.html'])
    expect(exists(folders.staging)).toBe(false)
    expect(carried).toEqual(underWay?.changes)
    expect(lastSite.last).toMatchObject({ underWay: null, folder: folderMark(folders.published) })
  })

  test('is finished once: the next run knows nothing of it', async () => {
    await finish()
    expect(await remembered()).toEqual({ ...publish, underWay: null, folder: folderMark(folders.published) })
    expect((await finish()).carried).toEqual(nothing)
  })
})

test('what is neither staged nor published any more is looked for afterwards', async () => {
  await stop(publish)
  write(folders.published, { 'index.html': 'old' })
  const { lastSite } = await finish()
  expect(lastSite.last).toMatchObject({ underWay: null, folder: null })
})

test('when the disk refuses, nothing is forgotten', async () => {
  await stop(publish)
  write(folders.published, {
    'new/index.html': 'new',
    'old/index.html': 'old',
    'index.html/notes.txt': 'mine',
  })
  write(folders.staging, { 'index.html': 'new' })
  await expect(finish()).rejects.toThrow()
  expect((await remembered())?.underWay).toEqual(underWay)
})
