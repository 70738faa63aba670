import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printTrouble, rebuild } from '../../src/preview/rebuild.ts'
import { rehearse } from '../../src/preview/rehearse.ts'
import { forEditors } from '../../src/store/edition.ts'
import { takeLock } from '../../src/store/lock.ts'
import { openSession, type SiteSession } from '../../src/store/site-session.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { ownLayouts } from './running-preview.ts'

const now = at('2024-10-27T00:00:00Z')
const page = '.dateline/preview/site/world/2024/10/24/harbour-reopens/index.html'
const before = process.cwd()

let site: SiteFolder
let held: SiteSession
beforeEach(() => {
  site = createSite({ [storyFile]: storyText({ draft: 'true' }) })
  process.chdir(site.root)
  held = openSession(site.root, forEditors)
})
afterEach(async () => {
  await held.close()
  process.chdir(before)
  site.dispose()
})

test('Editors get drafts, in a folder of their own', async () => {
  expect(await rebuild(held, site.root, now, null)).toMatchObject({ ok: true })
  expect(site.read(page)).toContain('Harbour reopens after the storm')
  expect(site.snapshot('_site')).toEqual({})
})

test('A save is built by its name', async () => {
  await rebuild(held, site.root, now, null)
  site.write(storyFile, storyText({ draft: 'true', title: 'Harbour closes' }))
  const built = await rebuild(held, site.root, now, [storyFile])
  expect(built).toMatchObject({ ok: true, value: { fullBuildReason: null } })
  expect(site.read(page)).toContain('Harbour closes')
})

test('Problems are reported, and the last sound pages stay', async () => {
  await rebuild(held, site.root, now, null)
  site.write(storyFile, storyText({ section: 'wrold' }))
  const built = await rebuild(held, site.root, now, [storyFile])
  expect(built).toMatchObject({
    ok: true,
    value: { keptBack: [{ file: storyFile, shown: 'last', problems: [{ code: 'section-unknown' }] }] },
  })
  expect(site.read(page)).toContain('Harbour reopens after the storm')
})

test('A layout that fails is a problem with its place, and nothing is thrown', async () => {
  site.remove('_includes')
  site.write('_includes/layouts/story.njk', '<p>{{ story.nothing.here }}</p>')
  const built = await rebuild(held, site.root, now, null)
  expect(built).toMatchObject({
    ok: false,
    fault: { kind: 'problems', problems: [{ code: 'page-not-made' }] },
  })
  if (!built.ok) expect(printTrouble(built.fault)).toMatch(/^_includes\/layouts\/\S+:1:\d error/)
})

test('A build that is under way elsewhere is waited out by nobody: it is reported', async () => {
  const lock = await takeLock(join(site.root, '.dateline/preview/lock'))
  const built = await rebuild(held, site.root, now, null)
  expect(built).toMatchObject({
    ok: false,
    fault: { kind: 'crash', message: expect.stringContaining('another build or preview is running here') },
  })
  await lock.release()
})

test('A rehearsal changes nothing that anybody sees, and the next save is built', async () => {
  await rehearse(held, site.root, now)
  await rebuild(held, site.root, now, null)
  const shown = site.snapshot('.dateline/preview/site')
  await rehearse(held, site.root, now)
  expect(held.isOpen()).toBe(true)
  expect(site.snapshot('.dateline/preview/site')).toEqual(shown)
  site.write(storyFile, storyText({ draft: 'true', title: 'Harbour closes' }))
  await rehearse(held, site.root, now)
  expect(site.snapshot('.dateline/preview/site')).toEqual(shown)
  expect(await rebuild(held, site.root, now, [storyFile])).toMatchObject({
    ok: true,
    value: { fullBuildReason: null },
  })
  expect(site.read(page)).toContain('Harbour closes')
})

test('A layout that was edited stays as it is now, save for save', async () => {
  ownLayouts(site)
  await rebuild(held, site.root, now, null)
  await rehearse(held, site.root, now)
  const layout = '_includes/layouts/story.njk'
  site.write(layout, site.read(layout).replace('<h1', '<h1 data-loud'))
  await rebuild(held, site.root, now, [layout])
  expect(site.read(page)).toContain('<h1 data-loud')
  site.write(storyFile, storyText({ draft: 'true', title: 'Harbour closes' }))
  await rebuild(held, site.root, now, [storyFile])
  expect(site.read(page)).toContain('Harbour closes')
  expect(site.read(page)).toContain('<h1 data-loud')
})

test('A save that is refused lets go of nothing: the one that mends it costs what any does', async () => {
  await rebuild(held, site.root, now, null)
  await rehearse(held, site.root, now)
  site.write(storyFile, storyText({ draft: 'true', section: 'wrold' }))
  await rebuild(held, site.root, now, [storyFile])
  expect(held.isOpen()).toBe(true)
  site.write(storyFile, storyText({ draft: 'true', title: 'Harbour closes' }))
  expect(await rebuild(held, site.root, now, [storyFile])).toMatchObject({
    ok: true,
    value: { fullBuildReason: null },
  })
  expect(site.read(page)).toContain('Harbour closes')
})

test('A rehearsal that goes wrong is passed over', async () => {
  await rebuild(held, site.root, now, null)
  await rehearse(held, site.root, at('2024-10-20T00:00:00Z'))
  await held.close()
  const lock = await takeLock(join(site.root, '.dateline/preview/lock'))
  await rehearse(held, site.root, now)
  expect(held.isOpen()).toBe(false)
  await lock.release()
})
