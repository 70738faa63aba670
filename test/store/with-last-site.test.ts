// What becomes of a publish when its records are lost or damaged.

import { readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLastSite } from '../../src/store/last-site.ts'
import type { OutputChanges } from '../../src/store/output-changes.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const cup = 'content/stories/2024/10/23/cup-final.md'
const cupText = storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' })
const storyPage = 'world/2024/10/24/harbour-reopens/index.html'
const cupPage = 'sport/2024/10/23/cup-final/index.html'
const nothing: OutputChanges = { added: [], changed: [], removed: [] }

let site: SiteFolder
beforeEach(() => {
  site = createSite({ [storyFile]: storyText(), [cup]: cupText })
})
afterEach(() => site.dispose())

const publish = () => publishInProcess(site, at('2024-11-10T00:00:00Z'))
const published = () => site.snapshot('_site')

describe('When nobody remembers what was published', () => {
  test('pages that are no longer made count as foreign, and the next publish knows its own again', async () => {
    await publish()
    site.remove('.dateline')
    site.remove(cup)
    const { foreign } = await publish()
    expect(foreign).toContain(cupPage)
    site.remove(storyFile)
    expect((await publish()).changes.removed).toContain(storyPage)
  })

  /** Damages the store that is in use. */
  const damage = (how: (folder: string) => void) => {
    const { store } = JSON.parse(site.read('.dateline/current.json'))
    how(join(site.root, '.dateline', store))
  }

  test.each<[string, (folder: string) => void]>([
    ['is empty', folder => rmSync(folder, { recursive: true })],
    [
      'was cut short',
      folder => {
        for (const file of readdirSync(folder)) truncateSync(join(folder, file), 0)
      },
    ],
  ])(
    'as the store %s, the same site comes out, and the next publish goes by changes again',
    async (_how, how) => {
      await publish()
      const before = published()
      damage(how)
      const { fullBuildReason, changes } = await publish()
      expect(fullBuildReason).toContain('the record of the last publish')
      expect(changes).toEqual(nothing)
      expect(published()).toEqual(before)
      expect((await publish()).fullBuildReason).toBeNull()
    },
  )

  test('as one row is damaged that the publish needs, the same site comes out', async () => {
    await publish()
    const { folder, store } = await openLastSite(join(site.root, '.dateline'))
    await store?.close()
    const { ClassicLevel } = await import('classic-level')
    const level = new ClassicLevel<string, string>(folder ?? '')
    await level.put('months!site', '0000000[]')
    await level.close()
    site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    const { fullBuildReason } = await publish()
    expect(fullBuildReason).toBe('the record of the last publish is damaged')
    expect(published()[storyPage]).toContain('Harbour reopens at noon')
    expect((await publish()).fullBuildReason).toBeNull()
  })
})
