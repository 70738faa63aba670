// Whether a publish goes by what changed, or is a full build, and why.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BuildRequest } from '../../src/changes/find-changes.ts'
import { editors } from '../../src/domain/audience.ts'
import { forReaders } from '../../src/store/edition.ts'
import { openLastSite } from '../../src/store/last-site.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-11-10T00:00:00Z')

let site: SiteFolder
beforeAll(() => {
  site = createSite({ [storyFile]: storyText(), '_data/weather.yaml': 'today: rain\n' })
})
afterAll(() => site.dispose())

const publish = async (call: Partial<BuildRequest> = {}) => {
  const { fullBuildReason, plan, changes } = await publishInProcess(site, call.now ?? now, call)
  return { fullBuildReason, pages: plan.pages.length, changes }
}

/** Whatever an earlier test left. */
const settle = () => publishInProcess(site, now)

const edit = (file: string, change: (text: string) => string) => site.write(file, change(site.read(file)))

const nothing = { added: [], changed: [], removed: [] }

test('The first time is a full build: no previous publish', async () => {
  expect((await publish()).fullBuildReason).toBe('no previous publish')
})

describe('Going by the changes is enough', () => {
  test('when there are none', async () => {
    await settle()
    expect(await publish()).toEqual({ fullBuildReason: null, pages: 0, changes: nothing })
  })

  test.each([
    ['a story', storyFile, (text: string) => text.replace('first paragraph', 'last paragraph')],
    ['a page of the newsroom’s own', 'content/pages/about.md', (text: string) => `${text}\nMore.\n`],
    ['a static file', 'content/static/favicon.svg', (text: string) => text.replace('16', '32')],
  ])('when %s is edited', async (_what, file, change) => {
    await settle()
    edit(file, change)
    const { fullBuildReason, changes } = await publish()
    expect(fullBuildReason).toBeNull()
    expect(changes.changed.length).toBeGreaterThan(0)
    expect(await publish()).toEqual({ fullBuildReason: null, pages: 0, changes: nothing })
  })

  test('when the clock moves on', async () => {
    await settle()
    expect(await publish({ now: at('2024-11-11T00:00:00Z') })).toMatchObject({
      fullBuildReason: null,
      pages: 0,
    })
  })
})

describe('It is a full build', () => {
  const reasonAfter = async (call: Partial<BuildRequest> = {}) => (await publish(call)).fullBuildReason

  test('when that is asked for: every page is made, none comes out different', async () => {
    await settle()
    const { fullBuildReason, pages, changes } = await publish({ isAll: true })
    expect(fullBuildReason).toBe('every page was asked for (--all)')
    expect(pages).toBeGreaterThan(20)
    expect(changes).toEqual(nothing)
  })

  test('when the clock goes back: what fell due has not happened', async () => {
    await publish({ now: at('2024-11-12T00:00:00Z') })
    expect(await reasonAfter()).toBe('the last publish was for a later time')
  })

  test('for others than the last publish was for', async () => {
    await settle()
    expect(await reasonAfter({ edition: { ...forReaders, audience: editors } })).toBe(
      'the last publish was for another audience',
    )
    expect(await reasonAfter()).toBe('the last publish was for another audience')
  })

  test.each([
    ['_data/site.yaml', (text: string) => text.replace('The Test Bulletin', 'The Other Bulletin')],
    ['_data/sections.yaml', (text: string) => `${text}arts: { name: Arts }\n`],
    ['_data/people.yaml', (text: string) => `${text}ana: { name: Ana }\n`],
    ['_data/topics.yaml', (text: string) => `${text}cup: { name: The Cup }\n`],
    ['_data/weather.yaml', () => 'today: snow\n'],
    ['.eleventy.js', (text: string) => `${text}// Checked.\n`],
    ['package.json', (text: string) => `${text}\n`],
  ])('when %s is edited', async (file, change) => {
    await settle()
    edit(file, change)
    expect(await reasonAfter()).toBe(`${file} changed`)
    expect(await reasonAfter()).toBeNull()
  })

  test('when site data goes', async () => {
    await settle()
    site.remove('_data/topics.yaml')
    expect(await reasonAfter()).toBe('_data/topics.yaml changed')
  })

  test('when Node came with other rules of time zones', async () => {
    await settle()
    const { store, last } = await openLastSite(join(site.root, '.dateline'))
    await store?.write([['publish!last', { ...last, versions: 'others' }]])
    await store?.close()
    expect(await reasonAfter()).toBe('Node.js has other time zone or language data')
  })

  test('when nobody remembers the last publish', async () => {
    await settle()
    site.write('.dateline/current.json', '{')
    expect(await reasonAfter()).toBe('the record of the last publish is damaged')
    site.remove('.dateline')
    expect(await reasonAfter()).toBe('no previous publish')
  })
})

describe('Files that are named', () => {
  test('are the only ones of the archive that are looked at', async () => {
    await settle()
    edit(storyFile, text => text.replace('Harbour', 'Port'))
    edit('content/static/favicon.svg', text => text.replace('32', '48'))
    const first = await publish({ named: ['content/static'] })
    expect(first.changes).toEqual({ ...nothing, changed: ['favicon.svg'] })
    const second = await publish({ named: [storyFile] })
    expect(second.changes.changed).toContain('world/2024/10/24/harbour-reopens/index.html')
    expect((await publish()).changes).toEqual(nothing)
  })

  test('outside of the archive are looked at in any case', async () => {
    await settle()
    edit('content/pages/about.md', text => text.replace('More.', 'Even more.'))
    expect((await publish({ named: [storyFile] })).changes).toEqual({
      ...nothing,
      changed: ['about/index.html'],
    })
  })

  test('do not matter in a full build', async () => {
    await settle()
    edit(storyFile, text => text.replace('Port', 'Harbour'))
    edit('_data/weather.yaml', () => 'today: sun\n')
    const { fullBuildReason, changes } = await publish({ named: ['content/static'] })
    expect(fullBuildReason).toBe('_data/weather.yaml changed')
    expect(changes.changed).toContain('world/2024/10/24/harbour-reopens/index.html')
  })

  test('are all that is published: another that changed stays as it was, until it is named', async () => {
    await settle()
    const other = 'content/stories/2024/10/24/calm.md'
    const calm = (body: string) => storyText({ title: 'The calm', date: '2024-10-24T12:00:00Z' }, body)
    site.write(other, calm('It is calm.\n'))
    await settle()
    site.write(other, calm('It was calm.\n'))
    edit(storyFile, text => text.replace(/title: .*/, 'title: Another headline'))
    await publish({ named: [storyFile] })
    expect(site.read('_site/rss.xml')).toContain('It is calm.')
    expect((await publish({ named: [storyFile, other] })).fullBuildReason).toBeNull()
    expect(site.read('_site/rss.xml')).toContain('It was calm.')
  })

  test('and mean nothing are refused', async () => {
    await expect(publish({ named: ['content/stories/2024/10/24/nobody.md'] })).rejects.toThrow(
      'content/stories/2024/10/24/nobody.md does not exist, and did not at the last publish',
    )
  })
})
