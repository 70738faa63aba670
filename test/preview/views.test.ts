import { join } from 'node:path'
import { Script } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgain } from '../../src/pipeline/build.ts'
import { oneAtATime } from '../../src/preview/one-at-a-time.ts'
import { rebuild } from '../../src/preview/rebuild.ts'
import type { PreviewServer } from '../../src/preview/serve.ts'
import { createViewPages } from '../../src/preview/view-pages.ts'
import { readersOf } from '../../src/preview/view-tables.ts'
import { createViews, type Views } from '../../src/preview/views.ts'
import type { Edition } from '../../src/store/edition.ts'
import { forEditors } from '../../src/store/edition.ts'
import { outputPathOf, urlOfFile } from '../../src/store/output.ts'
import { openSession, type SiteSession } from '../../src/store/site-session.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const before = process.cwd()
const inWorld = (name: string) => `/world/2024/10/24/${name}/`
const file = (name: string) => `content/stories/2024/10/24/${name}.md`

const files = {
  ...siteData,
  '_data/site.yaml': `${siteData['_data/site.yaml']}unicodeSlugs: true\n`,
  [file('live')]: storyText({
    title: 'Harbour reopens',
    tags: '[nato]',
    corrections: '[{ date: 2024-10-28T00:00:00Z, text: It opened at one. }]',
  }),
  [file('draft')]: storyText({ title: 'A draft about the levy', draft: 'true' }),
  [file('held')]: storyText({ title: 'Vote is counted', embargo: '2024-10-27T08:30:00Z', section: 'world' }),
  [file('later')]: storyText({
    title: 'Ferry returns',
    embargo: '2024-11-01T00:00:00Z',
    tags: '[ferries]',
  }),
  [file('taken-back')]: storyText({
    title: 'Bridge is closed',
    withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: It was another bridge. }',
  }),
  [file('größe')]: storyText({ title: 'Of great size', draft: 'true' }),
  [file('wrong')]: storyText({ title: 'Tide comes', section: 'wrold' }),
}

let site: SiteFolder
let session: SiteSession
let views: Views
let drafts: PreviewServer
const shown = () => ({ trouble: null, keptBack: [], isBuilt: true, served: null })

beforeAll(async () => {
  site = createSite(files)
  process.chdir(site.root)
  session = oneAtATime(openSession(site.root, forEditors))
  await rebuild(session, site.root, now, null)
  views = createViews({
    root: site.root,
    session,
    folder: join(site.root, forEditors.published),
    door: null,
    shown,
  })
  drafts = await views.open(0)
})
afterAll(async () => {
  await views.close()
  await session.close()
  process.chdir(before)
  site.dispose()
})

/** The address that a choice in the bar leads to. */
const choose = async (fields: Record<string, string>): Promise<string> => {
  const asked = `${drafts.url}/.preview/go?${new URLSearchParams({ to: '/', ...fields })}`
  const { headers } = await fetch(asked, { redirect: 'manual' })
  return (headers.get('location') ?? '').replace(/\/$/, '')
}
const status = async (url: string) => (await fetch(url)).status
const text = async (url: string) => (await fetch(url)).text()

test('Two tabs have two views at once: one with drafts, one as readers have the site now', async () => {
  const readers = await choose({ view: 'readers' })
  expect(new URL(readers).port).not.toBe(new URL(drafts.url).port)
  for (const path of ['/', '/world/', '/rss.xml']) {
    expect(await text(drafts.url + path)).toMatch(/A draft about the levy[\s\S]*|Ferry returns/)
    expect(await text(readers + path)).not.toMatch(/draft|Vote is counted|Ferry returns/)
    expect(await text(readers + path)).toContain('Harbour reopens')
  }
  expect(await status(drafts.url + inWorld('draft'))).toBe(200)
  expect(await status(readers + inWorld('draft'))).toBe(404)
  expect(await status(drafts.url + inWorld('größe'))).toBe(200)
  expect(await status(readers + inWorld('größe'))).toBe(404)
  expect(await text(readers + inWorld('draft'))).not.toContain('levy')
  expect(await choose({ view: 'readers' })).toBe(readers)
})

test('At a time, what is held until then is live, and what is held longer is not', async () => {
  const early = await choose({ view: 'at', time: '2024-10-27T13:59' })
  const punctual = await choose({ view: 'at', time: '2024-10-27T14:00' })
  expect(await status(early + inWorld('held'))).toBe(404)
  expect(await text(punctual + inWorld('held'))).toContain('Vote is counted')
  expect(await text(`${punctual}/world/`)).toContain('Vote is counted')
  expect(await text(`${punctual}/world/`)).not.toMatch(/Ferry returns|levy/)
  expect(await text(punctual + inWorld('live'))).not.toContain('It opened at one.')
  const friday = await choose({ view: 'at', time: '2024-11-01T12:00' })
  expect(await text(friday + inWorld('live'))).toContain('It opened at one.')
  expect(await status(`${friday}/topics/ferries/`)).toBe(200)
  const past = await choose({ view: 'at', time: '2024-10-25T12:00' })
  expect(await text(past + inWorld('taken-back'))).not.toContain('It was another bridge.')
})

test.each(['2024-10-25T06:30:00Z', '2024-10-27T00:00:00Z', '2024-10-27T08:30:00Z', '2024-11-02T00:00:00Z'])(
  'What a view shows at %s is what a site that is built at that time has, page for page',
  async time => {
    const asked = at(time)
    const edition: Edition = {
      audience: readersOf(forEditors.audience),
      state: '.dateline/then',
      published: 'then',
    }
    const other = createSite(files)
    process.chdir(other.root)
    const clean = openSession(other.root, edition)
    const built = await buildAgain(clean, {
      root: other.root,
      now: asked,
      edition,
      named: null,
      isAll: false,
    })
    await clean.close()
    process.chdir(site.root)
    expect(built.ok).toBe(true)
    const then = other.snapshot('then')
    other.dispose()
    const { page } = createViewPages(session, site.root)
    const drafted = site.snapshot('.dateline/preview/site')
    const seen = async (output: string) => {
      const found = await page(asked, decodeURI(urlOfFile(output)))
      if (found.is === 'same') return drafted[output]
      return found.is === 'page' ? found.content.toString('latin1') : undefined
    }
    for (const output of new Set([...Object.keys(then), ...Object.keys(drafted)]))
      if (/\.(html|xml|json|txt)$/.test(output))
        expect([output, await seen(output)]).toEqual([output, then[output]])
  },
)

test('Looking changes nothing that was built or published', async () => {
  const built = site.snapshot('.dateline/preview/site')
  const readers = await choose({ view: 'at', time: '2024-12-24T18:00' })
  for (const path of ['/', '/world/', inWorld('later'), '/nowhere/']) await fetch(readers + path)
  expect(site.snapshot('.dateline/preview/site')).toEqual(built)
  expect(site.snapshot('_site')).toEqual({})
  expect(outputPathOf('/world/') in built).toBe(true)
})

test('Many ask at once while a save is built, and each gets its page', async () => {
  const readers = await choose({ view: 'readers' })
  const asked = ['/', '/world/', '/rss.xml', '/archive/'].map(path => status(readers + path))
  const saved = rebuild(session, site.root, now, [file('live')])
  expect(await Promise.all(asked)).toEqual([200, 200, 200, 200])
  expect(await saved).toMatchObject({ ok: true })
  expect(await status(`${readers}/`)).toBe(200)
})

test('The bar lies beside the page: one script in its head, and the page is else as it was built', async () => {
  const page = await text(`${drafts.url}/world/`)
  const own = '<script type="module" src="/.preview/bar.js"></script>'
  expect(page).toContain(`${own}</head>`)
  const unmarked = page.replace(own, '').replace(/<script[^>]*reload-client\.js[^>]*><\/script>/, '')
  expect(unmarked.replace(/\s/g, '')).toBe(
    site.read('.dateline/preview/site/world/index.html').replace(/\s/g, ''),
  )
  expect(await text(`${drafts.url}/rss.xml`)).not.toContain('.preview')
})

test('Links to drafts and held stories are marked for editors, and in no view of readers', async () => {
  const script = await text(`${drafts.url}/.preview/bar.js`)
  expect(script).toContain(`"${inWorld('draft')}":"Draft"`)
  expect(script).toContain(`"${inWorld('held')}":"Held until 14:00"`)
  expect(script).toContain(`"${inWorld('later')}":"Held until 1 November 2024, 5:30"`)
  expect(script).toContain(`"${inWorld('größe')}":"Draft"`)
  expect(script).not.toContain(inWorld('live'))
  expect(() => new Script(script)).not.toThrow()
  expect(await text(`${await choose({ view: 'readers' })}/.preview/bar.js`)).not.toMatch(/"Draft"|Held until/)
})

test('One page lists what is not there yet, why, and when it comes', async () => {
  const page = await text(`${drafts.url}/.preview/stories/`)
  expect(page).toMatch(
    new RegExp(`Held \\(2\\)[\\s\\S]*href="${inWorld('held')}"[\\s\\S]*goes live 27 October 2024, 14:00`),
  )
  expect(page).toMatch(/Drafts \(2\)[\s\S]*A draft about the levy/)
  expect(page).toMatch(
    /Kept back \(1\)[\s\S]*section-unknown[\s\S]*content\/stories\/2024\/10\/24\/wrong\.md/,
  )
})

test('A time that is none, or a way to another site, is refused', async () => {
  const asked = await fetch(`${drafts.url}/.preview/go?view=at&time=2024-02-30T10:00`)
  expect([asked.status, await asked.text()]).toEqual([400, expect.stringContaining('no such time in')])
  expect(new URL(await choose({ view: 'readers', to: '//evil.example/x' })).hostname).toBe('127.0.0.1')
})
