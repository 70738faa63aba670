// nginx and Caddy take what `npm run server-config` prints, and serve the site as it wants to be served.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { percentEncoded } from '../../src/hosting/redirect-rules.ts'
import { hostileAliases, patternAliases } from '../hosting/old-addresses.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import {
  type Answer,
  compressing,
  hasCompressingServer,
  hasServer,
  type RealServer,
  type RealServerName,
  startServer,
} from '../rig/real-server.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const folder = 'content/stories/2024/10'
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"></svg>\n'
const storm = '/world/2024/10/24/storm/'
const gone = '/world/2024/10/23/gone/'
const aliases = [...hostileAliases, ...patternAliases, '/.old/storm/']

/** Old addresses of the whole site, as hostile as those of stories; and some that are gone. */
const hostile = hostileAliases.filter(path => !/^\/~\^/.test(path))
const rowPaths = hostile.map(path => `/rows${path}`)
const gonePaths = [
  // The first leads to itself with a slash; of the other no host lets a page be made.
  ...hostile.filter(path => !/^\/without-slash$|%23/.test(path)).map(path => `/gone${path}`),
  '/gone/files/map.pdf',
  '/gone/page.php',
  '/gone/feed.xml',
]
const away = 'https://team.example/us/$uri/{path}?a={http.request.host}#b'
const rows = [
  ...rowPaths.map(path => [path, '/about/#team']),
  ['/rows/away/', away],
  ['/rows/feed/', '/rss.xml'],
  ['/?p=12', '/about/'],
  ['/?page_id=7&lang=en', away],
  ['/rows/list.php?Id=a%20b+c,d(e)', '/about/#team'],
  ['/rows/café/?q=größe|{x}$uri"\'', '/world/'],
  ...gonePaths.map(path => [path, 'gone']),
]

const redirects = {
  '_data/redirects.yaml': rows.map(row => `${row.map(word => JSON.stringify(word)).join(': ')}\n`).join(''),
  'content/pages/about.md': '---\ntitle: About\nsummary: Us.\n---\n## Team\n\nWe are few.\n',
}

const newsroom = {
  [`${folder}/24/storm.md`]: storyText(
    { title: 'A storm', aliases: JSON.stringify(aliases) },
    '![The storm](storm.svg)\n\n[The drawing](/media/2024/10/24/storm.svg)\n',
  ),
  [`${folder}/24/storm.svg`]: picture,
  [`${folder}/23/gone.md`]: storyText({
    title: 'Not so',
    date: '2024-10-23T09:30:00+05:30',
    aliases: '[/old/gone/]',
    withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: It was not so at all. }',
  }),
  'content/static/media/chart-0f3a9c1e-640.webp': 'RIFF\f\0\0\0WEBPVP8 \0\0\0\0',
  'content/static/site.webmanifest': '{}',
  'content/static/RAIN.CSV': 'day,rain\n',
  ...Object.fromEntries(
    ['txt', 'webmanifest', 'vtt', 'ics', 'csv', 'js', 'css'].map(ending => [
      `content/static/long.${ending}`,
      'WEBVTT\n\n'.padEnd(2000, 'a long text '),
    ]),
  ),
  'content/static/long.svg': picture.replace('></', `>${'<path d="M0 0h16v16H0z"/>'.repeat(100)}</`),
  'content/static/.well-known/assetlinks.json': '[]',
  'content/static/.nojekyll': '',
  'content/static/search/index.html': 'not really a search',
}

const sites: SiteFolder[] = []
const servers: RealServer[] = []
const publish = async (hosting: string, more: Files = {}): Promise<SiteFolder> => {
  const site = createSite({
    ...{ ...newsroom, ...more },
    '_data/site.yaml': `${siteData['_data/site.yaml']}ai: deny-training\n${security}hosting: ${hosting}\n`,
  })
  sites.push(site)
  await publishInProcess(site, now)
  return site
}
const serve = async (name: RealServerName, site: SiteFolder, ...flags: string[]): Promise<RealServer> => {
  const server = await startServer(name, site, ...flags)
  servers.push(server)
  return server
}
afterAll(async () => {
  for (const server of servers) await server.stop()
  for (const site of sites) site.dispose()
})

const published = (site: SiteFolder, file: string): Buffer => readFileSync(join(site.root, '_site', file))

const security = 'security: { contact: ["mailto:desk@bulletin.example"], expires: 2025-10-01T00:00:00Z }\n'

/** As a deployment might, past the build. */
const writeInto = (site: SiteFolder, file: string): void => site.write(`_site/${file}`, 'hidden words')

const isStale = ({ headers }: Answer) => ({ 'if-none-match': headers.etag ?? 'none' })
const isOlder = ({ headers }: Answer) => ({ 'if-modified-since': headers['last-modified'] ?? 'never' })

const names: readonly RealServerName[] = ['nginx', 'caddy']

describe.each(names)('%s', name => {
  let site: SiteFolder
  let server: RealServer
  let isHere = false
  beforeAll(async () => {
    isHere = hasServer(name)
    if (!isHere) return
    site = await publish('{}', redirects)
    server = await serve(name, site)
  })

  test('serves pages, feeds and files with their types, as UTF-8', async () => {
    if (!isHere) return
    for (const [path, file, type] of [
      ['/', 'index.html', 'text/html; charset=utf-8'],
      [storm, `${storm.slice(1)}index.html`, 'text/html; charset=utf-8'],
      ['/rss.xml', 'rss.xml', 'application/rss+xml; charset=utf-8'],
      ['/world/rss.xml', 'world/rss.xml', 'application/rss+xml; charset=utf-8'],
      ['/sitemap.xml', 'sitemap.xml', 'application/xml; charset=utf-8'],
      ['/robots.txt', 'robots.txt', 'text/plain; charset=utf-8'],
      ['/favicon.svg', 'favicon.svg', 'image/svg+xml; charset=utf-8'],
      ['/site.webmanifest', 'site.webmanifest', 'application/manifest+json; charset=utf-8'],
      ['/RAIN.CSV', 'RAIN.CSV', 'text/csv; charset=utf-8'],
      ['/media/chart-0f3a9c1e-640.webp', 'media/chart-0f3a9c1e-640.webp', 'image/webp'],
    ] as const) {
      const { status, headers, body } = await server.ask(path)
      expect([path, status, headers['content-type']]).toEqual([path, 200, type])
      expect(body.equals(published(site, file)), path).toBe(true)
    }
  })

  test('says how long each may be kept', async () => {
    if (!isHere) return
    const cacheOf = async (path: string) => (await server.ask(path)).headers['cache-control']
    expect(await cacheOf(storm)).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(await cacheOf('/world/rss.xml')).toBe('public, max-age=300, stale-while-revalidate=600')
    for (const path of ['/media/2024/10/24/storm.svg', '/media/chart-0f3a9c1e-640.webp'])
      expect(await cacheOf(path), path).toBe('public, max-age=3600, stale-while-revalidate=86400')
    const [drawing] = Object.keys(site.snapshot('_site/media/hashed'))
    expect(await cacheOf(`/media/hashed/${drawing}`)).toBe('public, max-age=31536000, immutable')
    // What is not there yet may come: nobody keeps its absence for a year.
    expect(await cacheOf('/media/hashed/nowhere.jpg')).toBe('public, max-age=60, stale-while-revalidate=600')
  })

  test('sends what keeps readers safe, also with errors and redirects', async () => {
    if (!isHere) return
    for (const path of ['/', '/rss.xml', gone, '/nowhere/', hostileAliases[0]]) {
      const { headers } = await server.ask(path)
      expect(headers, path).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none'; .*'sha256-[\w+/]{43}='/),
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-usage': 'train-ai=n',
      })
      expect(headers['content-security-policy'], path).not.toContain('script-src')
    }
    const { headers } = await server.ask('/search/')
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  })

  test('tells that nothing changed, by either condition', async () => {
    if (!isHere) return
    for (const path of ['/', storm, '/rss.xml', '/favicon.svg']) {
      const first = await server.ask(path)
      for (const condition of [isStale(first), isOlder(first)]) {
        const again = await server.ask(path, condition)
        expect([path, again.status, again.body.length]).toEqual([path, 304, 0])
        expect(again.headers['cache-control'], path).toBe(first.headers['cache-control'])
      }
      expect((await server.ask(path, { 'if-none-match': '"other"' })).status, path).toBe(200)
    }
  })

  test('sends readers of an old address on for good, whatever characters are in it', async () => {
    if (!isHere) return
    for (const alias of aliases) {
      // Servers refuse a percent sign that begins nothing, whatever they are told.
      const { status, headers } = await server.ask(percentEncoded(alias).replace(/%(?![0-9a-f]{2})/gi, '%25'))
      expect([alias, status, headers.location]).toEqual([alias, 301, storm])
    }
  })

  test('sends readers of an old address of the site on as _data/redirects.yaml says', async () => {
    if (!isHere) return
    const leadsTo = async (path: string) => {
      const { status, headers } = await server.ask(percentEncoded(path).replace(/%(?![0-9a-f]{2})/gi, '%25'))
      return [path, status, headers.location]
    }
    for (const path of rowPaths) expect(await leadsTo(path)).toEqual([path, 301, '/about/#team'])
    expect(await leadsTo('/rows/feed')).toEqual(['/rows/feed', 301, '/rss.xml'])
    expect(await leadsTo('/rows/away/')).toEqual([
      '/rows/away/',
      301,
      'https://team.example/us/%24uri/%7Bpath%7D?a=%7Bhttp.request.host%7D#b',
    ])
  })

  test('tells old addresses by their queries, and leaves all others alone', async () => {
    if (!isHere) return
    const answerOf = async (path: string) => {
      const { status, headers } = await server.ask(path)
      return [path, status, headers.location]
    }
    const cafe = new URL('/rows/café/?q=größe|{x}$uri"\'', 'https://any.example')
    for (const [path, to] of [
      ['/?p=12', '/about/'],
      ['/?page_id=7&lang=en', 'https://team.example/us/%24uri/%7Bpath%7D?a=%7Bhttp.request.host%7D#b'],
      ['/rows/list.php?Id=a%20b+c,d(e)', '/about/#team'],
      [cafe.pathname + cafe.search, '/world/'],
      [cafe.pathname.slice(0, -1) + cafe.search, '/world/'],
    ] as const)
      expect(await answerOf(path)).toEqual([path, 301, to])
    for (const path of ['/', '/?', '/?p=13', '/?p=1', '/?p=12&more=1', '/?page_id=7'])
      expect(await answerOf(path)).toEqual([path, 200, undefined])
    expect((await server.ask('/rows/list.php')).status).toBe(404)
  })

  test('says of what is gone that it is, with the page that says so, whatever its name', async () => {
    if (!isHere) return
    for (const path of gonePaths) {
      const { status, headers, body } = await server.ask(
        percentEncoded(path).replace(/%(?![0-9a-f]{2})/gi, '%25'),
      )
      expect([path, status, headers['content-type']]).toEqual([path, 410, 'text/html; charset=utf-8'])
      expect([path, body.toString().includes('<h1>This page is gone</h1>')]).toEqual([path, true])
    }
    expect((await server.ask('/gone/plain/old')).headers.location).toMatch(/\/gone\/plain\/old\/$/)
    for (const path of ['/gone/other/', '/gone/files/map2.pdf', '/gone/'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 404])
  })

  test('takes an old address with and without its last slash, and no other for it', async () => {
    if (!isHere) return
    for (const path of ['/plain/old', '/without-slash/', '/m%c3%bcnchen', '/plain/old/?from=feed'])
      expect([path, (await server.ask(path)).headers.location]).toEqual([path, storm])
    for (const path of [
      '/plain/old/er/',
      '/plain/',
      '/any-more/',
      '/time/12:31/',
      '/brace/',
      '/dollar/',
      '/x/',
    ])
      expect([path, (await server.ask(path)).headers.location]).not.toEqual([path, storm])
  })

  test('says that a withdrawn story is gone, with the page that says why', async () => {
    if (!isHere) return
    for (const path of [gone, `${gone}index.html`]) {
      const first = await server.ask(path)
      expect([path, first.status]).toEqual([path, 410])
      expect(first.body.equals(published(site, `${gone.slice(1)}index.html`)), path).toBe(true)
      // Nor is it half gone for who has it already.
      for (const condition of [isStale(first), isOlder(first), { range: 'bytes=0-9' }])
        expect(await server.ask(path, condition)).toMatchObject({ status: 410, body: first.body })
    }
    expect((await server.ask('/old/gone/')).status).toBe(410)
  })

  test('hears of a withdrawal, and of one that is taken back, from the files alone', async () => {
    if (!isHere) return
    const file = `${folder}/22/calm.md`
    const calm = '/world/2024/10/22/calm/'
    const text = (withdrawn?: string) =>
      storyText({ title: 'A calm', date: '2024-10-22T09:30:00+05:30', ...(withdrawn && { withdrawn }) })
    const statuses = () =>
      Promise.all(
        [calm, `${calm}index.html`, calm.slice(0, -1)].map(async path => (await server.ask(path)).status),
      )
    site.write(file, text())
    await publishInProcess(site, now)
    expect(await statuses()).toEqual([200, 200, name === 'nginx' ? 301 : 308])
    site.write(file, text('{ date: 2024-10-25T00:00:00Z, reason: There was none. }'))
    await publishInProcess(site, now)
    expect((await statuses()).slice(0, 2)).toEqual([410, 410])
    const { body } = await server.ask(calm)
    expect(String(body)).toContain('There was none.')
    expect(String(body)).not.toContain('A calm')
    site.write(file, text())
    await publishInProcess(site, now)
    expect((await statuses()).slice(0, 2)).toEqual([200, 200])
    site.remove(file)
    await publishInProcess(site, now)
    expect((await statuses()).slice(0, 2)).toEqual([404, 404])
  })

  test('shows the page for what is not there', async () => {
    if (!isHere) return
    const page = published(site, '404.html')
    for (const path of ['/nowhere/', '/nowhere.xml', '/media/', '/404.html', '/_headers', '/_redirects']) {
      const answer = await server.ask(path)
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ])
      expect(answer.body.equals(page), path).toBe(true)
      expect(await server.ask(path, isOlder(answer)), path).toMatchObject({ status: 404, body: page })
    }
  })

  test('shows nothing whose path has a name with a dot at its head, but what is well-known', async () => {
    if (!isHere) return
    const hidden = ['.git/config', '.env', 'world/.DS_Store', '.well-known/.env', 'world/.well-known/x.txt']
    for (const file of hidden) writeInto(site, file)
    const page = published(site, '404.html')
    const spellings = [
      '/%2egit/config',
      '/%2Egit%2Fconfig',
      '//.git/config',
      '/world/../.env',
      '/x/..%2f.env',
    ]
    const paths = [
      ...hidden.map(file => `/${file}`),
      ...spellings,
      '/.git/',
      '/.git',
      '/.nojekyll',
      '/.env.gz',
    ]
    for (const path of paths) {
      const { status, body } = await server.ask(path)
      expect([path, [400, 404].includes(status)]).toEqual([path, true])
      expect(body.includes('hidden words'), path).toBe(false)
      if (status === 404) expect(body.equals(page), path).toBe(true)
    }
    for (const path of ['/.well-known/security.txt', '/.well-known/assetlinks.json'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 200])
  })

  test('leads from a path without its last slash to the page', async () => {
    if (!isHere) return
    const { status, headers } = await server.ask('/world')
    expect([301, 308]).toContain(status)
    expect(headers.location).toBe('/world/')
  })

  test('compresses what was not compressed before: every text, also with errors', async () => {
    if (!isHere) return
    for (const path of [
      ...[storm, '/rss.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/feeds.opml', '/long.txt'],
      ...[`${storm}index.json`, '/long.svg', '/long.webmanifest', '/long.vtt', '/long.ics', '/long.csv'],
      ...['/long.js', '/long.css', '/nowhere/', '/404.html'],
      // nginx sends a 410 compressed only from a compressed file.
      ...(name === 'nginx' ? [] : [gone]),
    ]) {
      const plain = await server.ask(path)
      const packed = await server.ask(path, { 'accept-encoding': 'gzip' })
      expect([path, packed.status, packed.headers['content-type']]).toEqual([
        path,
        plain.status,
        plain.headers['content-type'],
      ])
      expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true)
    }
  })
})

describe.each(names)('%s, with compressed files', name => {
  let site: SiteFolder
  let server: RealServer
  let isHere = false
  beforeAll(async () => {
    isHere = hasCompressingServer(name)
    if (!isHere) return
    site = await publish('{ precompress: true }')
    server = await serve(name, site, ...compressing(name))
  })

  test.each([
    ['br', '.br', brotliDecompressSync],
    ['gzip', '.gz', gunzipSync],
  ] as const)('sends the %s files as they are, and they are the pages', async (encoding, ending, unpack) => {
    if (!isHere) return
    for (const [path, file] of [
      ['/', 'index.html'],
      [storm, `${storm.slice(1)}index.html`],
      ['/rss.xml', 'rss.xml'],
      ['/world/rss.xml', 'world/rss.xml'],
      ['/favicon.svg', 'favicon.svg'],
      [gone, `${gone.slice(1)}index.html`],
      ['/nowhere/', '404.html'],
    ] as const) {
      const plain = await server.ask(path)
      const packed = await server.ask(path, { 'accept-encoding': encoding })
      expect(packed.headers, path).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' })
      expect([path, packed.status, packed.headers['content-type']]).toEqual([
        path,
        plain.status,
        plain.headers['content-type'],
      ])
      expect(packed.body.equals(published(site, `${file}${ending}`)), path).toBe(true)
      expect(unpack(packed.body).equals(published(site, file)), path).toBe(true)
      expect(plain.body.equals(published(site, file)), path).toBe(true)
      expect(packed.headers['content-security-policy'], path).toBe(plain.headers['content-security-policy'])
    }
  })

  test('chooses the smaller form for a browser that takes both', async () => {
    if (!isHere) return
    const { headers } = await server.ask(storm, { 'accept-encoding': 'gzip, deflate, br' })
    expect(headers['content-encoding']).toBe('br')
  })

  test('tells that nothing changed', async () => {
    if (!isHere) return
    const accepts = { 'accept-encoding': 'br' }
    const first = await server.ask(storm, accepts)
    for (const condition of [isStale(first), isOlder(first)])
      expect(await server.ask(storm, { ...accepts, ...condition })).toMatchObject({ status: 304 })
  })

  test('never shows an older form of a page that changed', async () => {
    if (!isHere) return
    for (const title of ['A gale', 'A hurricane', 'A breeze']) {
      site.write(`${folder}/24/storm.md`, newsroom[`${folder}/24/storm.md`]?.replace('A storm', title) ?? '')
      await publishInProcess(site, now)
      for (const encoding of ['br', 'gzip']) {
        const { body } = await server.ask(storm, { 'accept-encoding': encoding })
        const page = String(encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body))
        expect(page).toContain(`<h1>${title}</h1>`)
      }
    }
  })
})

test('nginx without the module for .br files is told only of .gz', async () => {
  if (!hasServer('nginx')) return
  const site = await publish('{ precompress: true }')
  const server = await serve('nginx', site)
  const { headers, body } = await server.ask(storm, { 'accept-encoding': 'gzip, br' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(body).equals(published(site, `${storm.slice(1)}index.html`))).toBe(true)
})
