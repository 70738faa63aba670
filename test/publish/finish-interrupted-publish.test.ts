import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { finishInterruptedPublish } from '../../src/publish/finish-interrupted-publish.ts'
import type { Folders } from '../../src/store/journal.ts'
import { type LastPublish, nothingPending } from '../../src/store/last-publish.ts'
import { type LastSite, noLastSite, openLastSite, setCurrentStore } from '../../src/store/last-site.ts'
import { openStore } from '../../src/store/store.ts'
import { exists, listFiles } from '../../src/system/files.ts'
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

const pending: LastPublish['pending'] = {
  journal: {
    way: 'moves',
    moves: ['new/index.html', 'index.html'],
    removals: ['old/index.html'],
    obstacles: [],
  },
  changes: { added: ['new/index.html'], changed: ['index.html'], removed: ['old/index.html'] },
}

const publish: LastPublish = {
  viewpoint: { now: 0 as Instant, audience: readers, timezone: 'UTC' },
  basisDigest: '',
  versions: '',
  modulesDigest: '',
  commit: null,
  pending,
  folder: null,
  sharesDigest: null,
  delivers: false,
}

/** What a run leaves that was stopped in the middle of its moves. */
const stop = async (last: LastPublish): Promise<void> => {
  const folder = join(root, 'state/store-a')
  const store = await openStore(folder)
  await store.write([['publish!last', last]])
  await store.close()
  setCurrentStore(join(root, 'state'), folder)
}

const finish = async () => {
  const opened = await openLastSite(join(root, 'state'))
  try {
    return await finishInterruptedPublish(opened, folders)
  } finally {
    await opened.store?.close()
  }
}

const remembered = async (): Promise<LastSite['last']> => {
  const { last, store } = await openLastSite(join(root, 'state'))
  await store?.close()
  return last
}

test('where nothing was published there is nothing to finish', async () => {
  expect(await finishInterruptedPublish(noLastSite(), folders)).toEqual(noLastSite())
})

test('a publish that came to its end is left as it is', async () => {
  await stop({ ...publish, pending: nothingPending })
  write(folders.staging, { 'index.html': 'left over' })
  expect((await finish()).last).toEqual({ ...publish, pending: nothingPending })
  expect(exists(join(folders.staging, 'index.html'))).toBe(true)
})

describe('a publish that was stopped between two moves', () => {
  const finished = { ...publish, pending: { ...pending, journal: null } }
  beforeEach(async () => {
    await stop(publish)
    write(folders.published, { 'index.html': 'old', 'old/index.html': 'old', 'new/index.html': 'new' })
    write(folders.staging, { 'index.html': 'new' })
  })

  test('is finished, and what it changed is still to be reported', async () => {
    expect((await finish()).last).toEqual(finished)
    expect(listFiles(folders.published)).toEqual(['index.html', 'new/index.html'])
    expect(exists(folders.staging)).toBe(false)
  })

  test('is finished once, but what it changed is to be reported until a publish has reported it', async () => {
    await finish()
    expect(await remembered()).toEqual(finished)
    write(folders.staging, { 'index.html': 'of a later publish' })
    expect((await finish()).last).toEqual(finished)
    expect(listFiles(folders.staging)).toEqual(['index.html'])
  })
})

test('what is neither staged nor published any more is looked for afterwards', async () => {
  await stop(publish)
  write(folders.published, { 'index.html': 'old' })
  expect((await finish()).last).toMatchObject({ pending: { journal: null }, folder: null })
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
  expect((await remembered())?.pending).toEqual(pending)
})
