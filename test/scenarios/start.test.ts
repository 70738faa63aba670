import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ownLayouts, type RunningPreview, startRunning } from '../preview/running-preview.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '--now=2024-10-27T00:00:00Z'
const overlay = 'role="alertdialog"'

let site: SiteFolder
let preview: RunningPreview | null = null

const open = async (files: Files, ...flags: string[]): Promise<RunningPreview> => {
  site = createSite(files)
  ownLayouts(site)
  preview = await startRunning(site, ...flags)
  return preview
}

afterEach(async () => {
  await preview?.interrupt()
  preview = null
  site.dispose()
})

test('An editor saves a story and sees it; breaks it and sees why; mends it and sees it again', async () => {
  const { page, pageWhen, output } = await open({ [storyFile]: storyText() }, now)
  expect(await page(storyUrl)).toContain('Harbour reopens after the storm')

  site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
  const edited = await pageWhen(storyUrl, text => text.includes('Harbour reopens at noon'))
  expect(edited).not.toContain(overlay)
  expect(edited).toContain('reload-client.js')

  site.write(storyFile, storyText({ date: '2024-10-24T09:30:00', title: '<script>alert(1)</script>' }))
  const broken = await pageWhen(storyUrl, text => text.includes(overlay))
  expect(broken).toContain('Harbour reopens at noon')
  expect(broken).toContain('date-no-offset')
  expect(broken).toContain(`${storyFile}:3:7`)
  expect(broken).toContain('<mark>2024-10-24T09:30:00</mark>')
  expect(broken).toContain('2024-10-24T09:30:00+05:30')
  expect(broken).not.toContain('<script>alert')
  expect(output()).toContain(`${storyFile}:3:7 error date-no-offset`)
  // Elsewhere one line says that it is kept back.
  const other = await page('/')
  expect(other).toContain('1 file with problems is kept back')
  expect(other).not.toContain(overlay)
  expect(other).not.toContain('<details open>')

  site.write(storyFile, storyText({ title: 'Harbour open again' }))
  const mended = await pageWhen(storyUrl, text => !text.includes(overlay))
  expect(mended).toContain('Harbour open again')
})

test('A second start beside it says where the first one is, and takes nothing from it', async () => {
  const { url, page } = await open({ [storyFile]: storyText({ section: 'wrold' }) }, now)
  const second = site.run('start', '--port=0', now)
  expect([second.status, second.stdout]).toEqual([1, ''])
  expect(second.stderr).toContain(`a preview of this site is already running at ${url}/ (process `)
  expect(second.stderr).toContain('press Ctrl-C in the window where it runs, then run npm start again')
  expect(await page('/')).toContain('section-unknown')
  await preview?.interrupt()
  preview = await startRunning(site, now)
  expect(preview.output()).not.toContain('already running')
})

test('Open pages load themselves again when something has changed, and only then', async () => {
  const { listen, pageWhen, outputWhen } = await open({ [storyFile]: storyText() }, now)
  const heard = await listen()
  const reloads = () => heard().split('eleventy.reload').length - 1
  site.write(storyFile, storyText())
  await outputWhen(text => text.includes('rebuilt 0 files'))
  expect(reloads()).toBe(0)
  // A rebuild may fall between the steps in which a file is saved, so a save may cause two.
  const reloadedBy = async (text: string, isShown: (page: string) => boolean) => {
    const before = reloads()
    site.write(storyFile, text)
    await pageWhen(storyUrl, isShown)
    await outputWhen(() => reloads() > before)
  }
  const isSound = (page: string) => page.includes('Harbour reopens at noon') && !page.includes(overlay)
  await reloadedBy(storyText({ title: 'Harbour reopens at noon' }), isSound)
  await reloadedBy(storyText({ section: 'wrold' }), page => page.includes('section-unknown'))
  await reloadedBy(storyText({ title: 'Harbour reopens at noon' }), isSound)
})

test('A draft and a held story stand in the preview, and never in what readers get', async () => {
  const draft = storyText({ title: 'A draft about the harbour levy', draft: 'true' })
  const held = storyText({ title: 'Held until the vote is counted', embargo: '2024-11-01T00:00:00Z' })
  const heldFile = 'content/stories/2024/10/24/the-vote.md'
  const { page } = await open({ [storyFile]: draft, [heldFile]: held }, now)
  expect(await page(storyUrl)).toContain('A draft about the harbour levy')
  expect(await page(storyUrl)).toContain('Draft: only editors see this.')
  expect(await page('/world/2024/10/24/the-vote/')).toContain('Held until the vote is counted')

  await publishInProcess(site, at('2024-10-27T00:00:00Z'))
  const published = JSON.stringify(site.snapshot('_site'))
  expect(published).not.toMatch(/harbour levy|the-vote/)
  expect(published).not.toMatch(/dateline-mark|dateline-preview|\.preview\/|Held until/)
  expect(await page('/.preview/bar.js')).toMatch(/"Draft"[\s\S]*"Held until 1 November 2024, 5:30"/)
  expect(await page(storyUrl)).toContain('A draft about the harbour levy')
  expect(await page(storyUrl)).toContain('Draft: only editors see this.')
})

test('A layout, the site’s data and .eleventy.js are followed too', async () => {
  const { pageWhen, outputWhen } = await open({ [storyFile]: storyText() }, now)
  const layout = site.read('_includes/layouts/story.njk')
  site.write('_includes/layouts/story.njk', layout.replace('class="report"', 'class="report loud"'))
  await pageWhen(storyUrl, text => text.includes('class="report loud"'))

  site.write('_includes/layouts/story.njk', `${layout}{{ no.such.thing }`)
  site.write('_includes/layouts/story.njk', layout.replace('{{ story.title }}', '{{ story.tittle }}'))
  const broken = await pageWhen(storyUrl, text => text.includes(overlay))
  expect(broken).toContain('page-not-made')
  expect(broken).toContain('_includes/layouts/story.njk')

  site.write('_includes/layouts/story.njk', layout)
  await pageWhen(storyUrl, text => !text.includes(overlay) && !text.includes('class="report loud"'))

  site.write(
    '_data/site.yaml',
    site.read('_data/site.yaml').replace('The Test Bulletin', 'The Other Bulletin'),
  )
  await pageWhen(storyUrl, text => text.includes('The Other Bulletin'))

  site.write(
    'content/pages/about.md',
    site.read('content/pages/about.md').replace('for tests', 'for a trial'),
  )
  await pageWhen('/about/', text => text.includes('for a trial'))

  const config = site.read('.eleventy.js')
  const plugin = 'await eleventyConfig.addPlugin(dateline)'
  const transform = "eleventyConfig.addTransform('mark', page => page.replace('<main', '<main data-marked'))"
  site.write('.eleventy.js', config.replace(plugin, `${plugin}\n  ${transform}`))
  await pageWhen(storyUrl, text => text.includes('data-marked'))
  await outputWhen(text => text.includes('.eleventy.js was reloaded'))
})

test('A preview that begins with problems shows them at every address until they are mended', async () => {
  const data = '_data/sections.yaml'
  const { url, page, pageWhen } = await open({ [storyFile]: storyText(), [data]: 'wrold: [\n' }, now)
  const first = await fetch(`${url}/`)
  expect(first.status).toBe(503)
  expect(await first.text()).toContain('_data/sections.yaml:')
  expect(await page('/sport/')).toContain('_data/sections.yaml:')
  site.write(data, siteData[data])
  const mended = await pageWhen(storyUrl, text => !text.includes(overlay))
  expect(mended).toContain('Harbour reopens after the storm')
})

test('A story that was never sound is shown where it would be, with its problems', async () => {
  const broken = 'content/stories/2024/10/24/tide.md'
  const { page } = await open({ [storyFile]: storyText(), [broken]: storyText({ section: 'wrold' }) }, now)
  const there = await page('/world/2024/10/24/tide/')
  expect(there).toContain(overlay)
  expect(there).toContain(`${broken}:5:10`)
  expect(await page(storyUrl)).toContain('Harbour reopens after the storm')
})

test('A long day of saving leaves nothing behind that piles up', async () => {
  const { pageWhen, output } = await open({ [storyFile]: storyText() }, now)
  // Node warns from the eleventh listener on.
  for (let round = 1; round <= 12; round++) {
    site.write(storyFile, storyText({ title: `Harbour report number ${round}` }))
    await pageWhen(storyUrl, text => text.includes(`number ${round}<`))
  }
  expect(output()).not.toMatch(/warning/i)
})

test('A story that is removed leaves the preview', async () => {
  const { pageWhen } = await open(
    { [storyFile]: storyText(), 'content/stories/2024/10/24/b.md': storyText() },
    now,
  )
  site.remove(storyFile)
  await pageWhen('/world/', text => !text.includes(storyUrl))
  await pageWhen(storyUrl, text => !text.includes('Harbour reopens'))
})

test('What falls due shows by itself when its time has come', async () => {
  const soon = `${new Date(Date.now() + 4_000).toISOString().slice(0, 19)}Z`
  const { page, pageWhen } = await open({
    [storyFile]: storyText({ corrections: `[{ date: ${soon}, text: The harbour opened at one. }]` }),
  })
  expect(await page(storyUrl)).toContain('Harbour reopens')
  await pageWhen(storyUrl, text => text.includes('The harbour opened at one.'))
})

test('Ctrl-C ends the preview as if nothing had been wrong', async () => {
  const { interrupt, output } = await open({ [storyFile]: storyText() }, now)
  expect(await interrupt()).toBe(0)
  expect(output()).toMatch(
    /^rebuilt \d+ files in \d+ ms\nPreview at http:\/\/127\.0\.0\.1:\d+\/ \(press Ctrl-C to stop\)\n$/,
  )
})

test('With --host the printed address has a token, and without it nothing is told', async () => {
  const { url, page, output } = await open({ [storyFile]: storyText() }, now, '--host')
  const [, query = ''] = /http:\/\/127\.0\.0\.1:\d+\/(\?token=[\w-]{32}) \(press/.exec(output()) ?? []
  expect(await page('/')).toMatch(/^Forbidden: this preview wants the token/)
  const entered = await fetch(`${url}${storyUrl}${query}`, { redirect: 'manual' })
  expect([entered.status, entered.headers.get('location')]).toEqual([302, storyUrl])
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const story = await fetch(url + storyUrl, { headers: { cookie } })
  expect(await story.text()).toContain('Harbour reopens after the storm')
  const chosen = await fetch(`${url}/.preview/go?view=readers`, { headers: { cookie }, redirect: 'manual' })
  const readers = chosen.headers.get('location') ?? ''
  expect((await fetch(readers)).status).toBe(403)
  expect((await fetch(readers, { headers: { cookie } })).status).toBe(200)
  expect(site.run('start', '--port=0', now).stderr).toContain(
    `already running at http://127.0.0.1:${new URL(url).port}/${query} (process `,
  )
})

test('A port that is taken gives way to the next', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { url } = await open({ [storyFile]: storyText() }, now, `--port=${port}`)
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  await new Promise(resolve => other.close(resolve))
})

test('A port that is none is refused', () => {
  site = createSite()
  expect(site.run('start', '--port=http')).toMatchObject({
    status: 2,
    stderr: '--port is “http”; write a number from 0 to 65535\n',
  })
})
