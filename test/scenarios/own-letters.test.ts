// A site that has its own letters in addresses, asked of nginx, Caddy and a server that knows only files.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { percentEncoded } from '../../src/hosting/redirect-rules.ts'
import { noChanges } from '../../src/store/output-changes.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { brokenLinks } from '../rig/follow-links.ts'
import { startPlainServer } from '../rig/plain-server.ts'
import { hasServer, type RealServer, startServer } from '../rig/real-server.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { createAsk } from '../rig/search-bundle.ts'
import { bundlesIn } from '../rig/search-index.ts'
import { origin, siteData, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const folder = 'content/stories/2024/10/24'
const day = '/world/2024/10/24/'
const rain = `${day}मुंबई-में-बारिश/`
const size = `${day}größe/`
const live = `${day}ठाणे-लाइव/`
const gone = `${day}東京/`
const apart = size.normalize('NFD')
const sizeApart = `${folder}/${'größe'.normalize('NFD')}.md`
const lowerCase = (path: string) => path.replace(/%[0-9A-F]{2}/g, digits => digits.toLowerCase())
const date = (minutes: number) => `2024-10-24T10:${minutes}:00+05:30`

const files = {
  '_data/site.yaml': `${siteData['_data/site.yaml']}unicodeSlugs: true\nsearch: true\n`,
  '_data/redirects.yaml': `"/alt/größe/": "${size}"\n`,
  [`${folder}/मुंबई-में-बारिश.md`]: storyText(
    { title: 'Rain over Mumbai', date: date(10), aliases: '[/पुराना/पता/, /old/rain/]' },
    `Seven links to one story: [taken apart](${apart}), [encoded apart](${percentEncoded(apart)}), [apart in full](${origin}${apart}#dl-main), [in its letters](${size}), [encoded](${percentEncoded(size)}), [in small](${lowerCase(percentEncoded(size))}) and [in full](${origin}${percentEncoded(size)}).\n`,
  ),
  // As a Mac's disk may have it.
  [sizeApart]: storyText({ title: 'Of great size', date: date(11) }, `[Rain](${rain}) came first.\n`),
  [`${folder}/ठाणे-लाइव.md`]: storyText(
    { title: 'Rain, live', date: date(12), live: 'true' },
    '::: entry 2024-10-24T10:20:00+05:30 It rains\nIn Thane.\n:::\n',
  ),
  [`${folder}/東京.md`]: storyText({
    title: 'Not so',
    date: date(13),
    withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: It was not so at all. }',
  }),
  'content/bulletins/2024-10-24.md': `---\norder: [${'größe'.normalize('NFD')}, मुंबई-में-बारिश]\n---\nThe [size](${percentEncoded(size)}).\n`,
}

let site: SiteFolder
let published: Readonly<Record<string, string>>
beforeAll(async () => {
  site = createSite(files)
  await publishInProcess(site, now)
  const inUtf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString()
  published = Object.fromEntries(
    Object.entries(site.snapshot('_site')).map(([file, bytes]) => [file, inUtf8(bytes)]),
  )
})
const servers: RealServer[] = []
afterAll(async () => {
  for (const server of servers) await server.stop()
  site.dispose()
})

test('its pages stand on disk in composed letters, whatever its files are called', () => {
  const pages = Object.keys(published).filter(file => /[^\0-\x7f]/.test(file))
  for (const url of [rain, size, live, gone]) expect(pages).toContain(`${url.slice(1)}index.html`)
  expect(pages.filter(file => file !== file.normalize('NFC'))).toEqual([])
})

test('its links lead to its pages, however they are written', () => {
  expect(brokenLinks(published)).toEqual([])
  const text = published[`${rain.slice(1)}index.html`] ?? ''
  const targets = [
    ...text.matchAll(
      /<a href="([^"#]*)[^>]*>(?:taken|encoded|apart|in) [^<]*<|<a href="([^"#]*)[^>]*>encoded</g,
    ),
  ]
  expect(targets.map(([, one, other]) => (one ?? other ?? '').replace(origin, '').toUpperCase())).toEqual(
    Array.from({ length: 7 }, () => percentEncoded(size).toUpperCase()),
  )
})

test('machines read its addresses in percent signs: feeds, sitemaps, JSON-LD, ninjs and lists of changes', () => {
  const encoded = `${origin}${percentEncoded(rain)}`
  const page = published[`${rain.slice(1)}index.html`] ?? ''
  expect(page).toContain(`<link rel="canonical" href="${encoded}">`)
  const jsonLd = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
  expect(jsonLd).toContain(`"${encoded}"`)
  for (const file of [
    'rss.xml',
    'atom.xml',
    'feed.json',
    'changes/2024/10/24.json',
    `${rain.slice(1)}index.json`,
  ])
    expect([file, published[file]?.includes(encoded)]).toEqual([file, true])
  const machines = Object.entries(published).filter(([file]) => /\.(?:xml|json|txt|opml)$/.test(file))
  const sitemaps = machines.filter(([file]) => /^sitemap/.test(file)).map(([, text]) => text)
  expect(sitemaps.join('\n')).toContain(`<loc>${encoded}</loc>`)
  const raw = [...machines, ['JSON-LD', jsonLd] as const].flatMap(([file, text]) =>
    [...text.matchAll(/https:\/\/bulletin\.example[^\s"<>]*[^\0-\x7f][^\s"<>]*/g)].map(
      ([url]) => `${file}: ${url}`,
    ),
  )
  expect(raw).toEqual([])
  expect(published._redirects).toMatch(/^[\0-\x7f]*$/)
  expect(published._redirects).toContain(`/old/rain/ ${percentEncoded(rain)} 301`)
})

test('readers find its stories by searching', async () => {
  const { stdout, stderr } = await runInProcess(site, 'search')
  expect(stderr + stdout).toContain('search: 2024 indexed, 3 stories')
  const [bundle] = bundlesIn(site.snapshot('_site'))
  const ask = await createAsk(join(site.root, '_site', 'search', bundle?.name ?? ''))
  const found = Object.keys(await ask('Mumbai'))
  expect(found.map(url => percentEncoded(url))).toEqual([percentEncoded(rain)])
})

test('another build finds nothing to do, and an edit of a file in letters taken apart is an edit', async () => {
  expect((await publishInProcess(site, now)).changes).toEqual(noChanges)
  site.write(sizeApart, (files[sizeApart] ?? '').replace('came first', 'came at first'))
  await publishInProcess(site, now)
  expect(site.read(`_site${size}index.html`)).toContain('came at first')
})

test('a story whose address differs from another one by its case or its composition is refused', async () => {
  const file = `${folder}/größe.md`
  site.write(file, storyText({ title: 'Another', date: date(14) }))
  const built = await attemptBuild(site, now)
  site.remove(file)
  expect(built.ok ? [] : built.fault).toMatchObject([{ code: 'url-taken' }])
})

describe.each(['nginx', 'caddy', 'files'] as const)('%s', name => {
  let server: RealServer
  let isHere = false
  beforeAll(async () => {
    isHere = name === 'files' || hasServer(name)
    if (!isHere) return
    server =
      name === 'files' ? await startPlainServer(join(site.root, '_site')) : await startServer(name, site)
    servers.push(server)
  })

  test('answers with the page, its data and its feeds, in capital and in small digits', async () => {
    if (!isHere) return
    for (const path of [rain, size, `${rain}index.json`, `${live}rss.xml`, `${live}feed.json`]) {
      const file = path.endsWith('/') ? `${path}index.html` : path
      for (const written of [percentEncoded(path), lowerCase(percentEncoded(path))]) {
        const { status, body } = await server.ask(written)
        expect([written, status, String(body) === site.read(`_site${file}`)]).toEqual([written, 200, true])
      }
    }
  })

  test('leads on from old addresses, and from one without its last slash', async () => {
    if (!isHere) return
    const slashless = await server.ask(percentEncoded(rain).slice(0, -1))
    expect([301, 308]).toContain(slashless.status)
    // Caddy writes what percent signs stand for in small letters.
    expect(lowerCase(slashless.headers.location ?? '')).toBe(lowerCase(percentEncoded(rain)))
    for (const [path, to] of [
      ['/old/rain/', rain],
      ['/पुराना/पता/', rain],
      ['/alt/größe/', size],
    ] as const) {
      const { headers, body } = await server.ask(percentEncoded(path))
      const leadsTo =
        name === 'files' ? /<link rel="canonical" href="([^"]*)"/.exec(String(body))?.[1] : headers.location
      expect([path, leadsTo?.replace(origin, '')]).toEqual([path, percentEncoded(to)])
    }
  })

  test('says that a withdrawn story is gone', async () => {
    if (!isHere) return
    const { status, body } = await server.ask(percentEncoded(gone))
    expect(status).toBe(name === 'files' ? 200 : 410)
    expect(String(body)).toContain('It was not so at all.')
  })
})
