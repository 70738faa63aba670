// A session keeps the last publish open from build to build, until it is closed or a run fails.

import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildAgain } from '../../src/pipeline/build.ts'
import { forEditors } from '../../src/store/edition.ts'
import { takeLock } from '../../src/store/lock.ts'
import { openSession, type SiteSession } from '../../src/store/site-session.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const page = '.dateline/preview/site/world/2024/10/24/harbour-reopens/index.html'
const before = process.cwd()

let site: SiteFolder
let session: SiteSession
beforeEach(() => {
  site = createSite({ [storyFile]: storyText() })
  process.chdir(site.root)
  session = openSession(site.root, forEditors)
})
afterEach(async () => {
  await session.close()
  process.chdir(before)
  site.dispose()
})

const isLocked = async () => {
  try {
    await (await takeLock(join(site.root, '.dateline/preview/lock'))).release()
    return false
  } catch {
    return true
  }
}

const save = async (title: string, from = session) => {
  site.write(storyFile, storyText({ title }))
  const call = { root: site.root, now: at('2024-11-10T00:00:00Z'), edition: forEditors, isAll: false }
  const built = await buildAgain(from, { ...call, named: [storyFile] })
  if (!built.ok) throw new Error('the newsroom is not sound')
  return built.value
}

test('Each save goes by what the one before it published, and nobody else can publish in between', async () => {
  expect((await save('Harbour reopens')).fullBuildReason).toBe('no previous publish')
  for (const title of ['Harbour reopens at noon', 'Harbour reopens at one', 'Harbour reopens at noon']) {
    expect((await save(title)).fullBuildReason).toBeNull()
    expect(site.read(page)).toContain(title)
    expect(await isLocked()).toBe(true)
    await expect(save('Harbour closes', openSession(site.root, forEditors))).rejects.toThrow(
      'is running here',
    )
  }
  await session.close()
  expect(await isLocked()).toBe(false)
  expect((await save('Harbour closes', session)).fullBuildReason).toBeNull()
})

test('When somebody removes what is remembered, everything is made anew', async () => {
  await save('Harbour reopens')
  await save('Harbour reopens at noon')
  site.remove('.dateline')
  expect((await save('Harbour reopens at one')).fullBuildReason).toBe('no previous publish')
  expect(site.read(page)).toContain('Harbour reopens at one')
  expect((await save('Harbour closes')).fullBuildReason).toBeNull()
})

test('A run that throws leaves nothing open', async () => {
  await save('Harbour reopens')
  await save('Harbour reopens at noon')
  const broken = session.use(async () => {
    throw new Error('a broken layout')
  })
  await expect(broken).rejects.toThrow('a broken layout')
  expect(await isLocked()).toBe(false)
  expect((await save('Harbour closes')).fullBuildReason).toBeNull()
})
