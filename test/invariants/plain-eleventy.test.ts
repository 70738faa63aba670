// Invariant 1: plain Eleventy makes what a build makes, byte for byte; its own server too.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { bundleListFile } from '../../src/store/bundle.ts'
import { buildInProcess, publishInProcess } from '../rig/build-in-process.ts'
import { createDemonstration, keepPictures } from '../rig/demonstration.ts'
import { freePort } from '../rig/free-port.ts'
import { filesOf, randomStories } from '../rig/newsroom-arbitrary.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-20T06:00:00Z'
const afterEverything = '2026-01-01T00:00:00Z'
const eleventy = 'node_modules/@11ty/eleventy/cmd.cjs'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const newsroom = (files: Files): SiteFolder => {
  const site = createSite(files)
  sites.push(site)
  return site
}

const built = async (site: SiteFolder, instant = now): Promise<Files> => {
  const files = await buildInProcess(site, at(instant))
  site.remove('_site')
  return files
}

const byEleventy = (site: SiteFolder, at = now): Files => {
  const { status, stderr } = site.spawn(process.execPath, [eleventy, '--quiet'], { DATELINE_NOW: at })
  expect(status, stderr).toBe(0)
  return site.snapshot('_site')
}

test('the demonstration newsroom', async () => {
  const site = createDemonstration()
  sites.push(site)
  const { [bundleListFile]: list, ...expected } = await built(site, afterEverything)
  keepPictures(site)
  expect(byEleventy(site, afterEverything)).toEqual(expected)
  // Only a publish knows what is indexed.
  expect(list).toBe('{"bundles":[]}\n')
})

test('any small newsroom', async () => {
  const property = fc.asyncProperty(randomStories(), async stories => {
    const site = newsroom(filesOf(stories))
    const expected = await built(site)
    expect(byEleventy(site)).toEqual(expected)
  })
  await fc.assert(property, { numRuns: 2 })
})

test('plain Eleventy refuses bad stories and bad pages as well', () => {
  const site = newsroom({ [storyFile]: storyText({ date: '2024-10-19' }) })
  const refused = site.spawn(process.execPath, [eleventy, '--quiet'])
  expect(refused.status).not.toBe(0)
  expect(refused.stderr).toContain('date-only')
  site.write(storyFile, storyText({}, 'A [link](/nowhere/).\n'))
  const unfit = site.spawn(process.execPath, [eleventy, '--quiet'])
  expect(unfit.status).not.toBe(0)
  expect(unfit.stderr).toContain('link-broken')
})

test('what Eleventy wrote for another instant is gone after the next build', async () => {
  const held = 'content/stories/2036/11/01/eclipse.md'
  const site = newsroom({
    [storyFile]: storyText(),
    [held]: storyText({ title: 'An eclipse at noon', date: '2036-11-01T09:30:00+05:30', tags: '[sky]' }),
    'content/pages/team.md': '---\ntitle: Team\nsummary: Us.\n---\nUs.\n',
  })
  const instant = '2024-11-10T00:00:00Z'
  const publish = () => publishInProcess(site, at(instant))
  await publish()
  site.write('_site/notes.txt', 'mine')
  const published = site.snapshot('_site')
  for (const between of [[], ['--changes-only=out'], ['--all']]) {
    const later = site.spawn(process.execPath, [eleventy, '--quiet'], {
      DATELINE_NOW: '2036-12-01T00:00:00Z',
    })
    expect(later.status, later.stderr).toBe(0)
    expect(site.read('_site/index.html')).toContain('An eclipse at noon')
    expect(Object.keys(site.snapshot('_site'))).toContain('topics/sky/index.html')
    if (between.length > 0)
      expect(await runInProcess(site, 'build', `--now=${instant}`, ...between)).toMatchObject({ status: 0 })
    expect((await publish()).foreign.filter(file => file !== 'notes.txt')).toEqual([])
    expect(site.snapshot('_site')).toEqual(published)
  }
  expect((await publish()).plan.pages).toEqual([])
})

test('Eleventy’s server writes the same bytes, also after a story was edited', async () => {
  const file = 'content/stories/2024/10/19/harbour-reopens.md'
  const date = '2024-10-19T09:30:00+05:30'
  const site = newsroom({ [file]: storyText({ date }) })
  const port = await freePort()
  const server = spawn(process.execPath, [eleventy, '--serve', `--port=${port}`, '--quiet'], {
    cwd: site.root,
    env: { ...process.env, DATELINE_NOW: now },
    stdio: 'ignore',
  })
  try {
    const url = `http://localhost:${port}/world/2024/10/19/harbour-reopens/`
    await untilPageSays(url, 'Harbour reopens')
    // Eleventy serves before it watches: an edit in between would be missed, so the editor saves until it shows.
    const save = () => site.write(file, storyText({ date, title: 'Harbour closes again' }))
    await untilPageSays(url, 'Harbour closes again', save)
    const served = await settled(site)
    server.kill()
    await once(server, 'exit')
    site.remove('_site')
    expect(served).toEqual(await built(site))
  } finally {
    server.kill()
  }
})

/** The page that was waited for is not the last that Eleventy writes. */
const settled = async (site: SiteFolder, before: Files = {}): Promise<Files> => {
  await sleep(1000)
  const now = site.snapshot('_site')
  return isDeepStrictEqual(now, before) ? now : settled(site, now)
}

const untilPageSays = async (url: string, words: string, act = () => {}): Promise<void> => {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(500)) {
    act()
    const text = await fetch(url).then(
      response => response.text(),
      () => '',
    )
    if (text.includes(words)) return
  }
  throw new Error(`${url} never said “${words}”`)
}
