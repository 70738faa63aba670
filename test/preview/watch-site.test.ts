import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { type Watcher, watchSite } from '../../src/preview/watch-site.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
let watcher: Watcher
afterEach(async () => {
  await watcher.close()
  site.dispose()
})

const watching = async () => {
  site = createSite({ [storyFile]: storyText() })
  const seen: string[] = []
  watcher = await watchSite(site.root, file => seen.push(file))
  return seen
}

const patience = { timeout: 10_000, interval: 2 }

test('A save is seen, and what an editor leaves lying about is not', async () => {
  const seen = await watching()
  site.write(`${storyFile}~`, 'a copy')
  site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
  await vi.waitUntil(() => seen.length > 0, patience)
  expect(new Set(seen)).toEqual(new Set([storyFile]))
})

test('A second save right after the first is seen too', async () => {
  const seen = await watching()
  site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
  await vi.waitUntil(() => seen.length > 0, patience)
  await wait(15)
  const before = seen.length
  site.write(storyFile, storyText({ title: 'Harbour reopens at one' }))
  await vi.waitUntil(() => seen.length > before, patience)
})
