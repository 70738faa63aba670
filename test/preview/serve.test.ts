import { get, type IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PreviewServer, type Shown, serve } from '../../src/preview/serve.ts'
import { hashForPolicy } from '../../src/system/digest.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const page = '<!doctype html><html><head></head><body><h1>Front</h1></body></html>'

let site: SiteFolder
let server: PreviewServer
let shown: Shown
beforeEach(async () => {
  site = createSite({ '_site/index.html': page, '_site/a b/index.html': page, '_site/rss.xml': '<rss/>' })
  shown = { trouble: null, keptBack: [], isBuilt: true, served: null }
  server = await serve(`${site.root}/_site`, 0, () => shown)
})
afterEach(async () => {
  await server.close()
  site.dispose()
})

/** By hand: `fetch` mends paths and knows no other host. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; text: string; headers: IncomingHttpHeaders }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      get({ hostname, port, path, headers }, response => {
        let text = ''
        response.on('data', part => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }))
      }).on('error', reject)
    },
  )

/** The status by which a wish for a web socket is answered. */
const upgrade = (headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const wish = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.from('sixteen bytes on').toString('base64'),
    }
    const request = get(server.url, { headers: { ...wish, ...headers } })
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    request.on('response', response => resolve(response.resume().statusCode))
    request.on('error', reject)
  })

test('Pages and files are served from this machine to this machine', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await ask('/')).text).toContain('<h1>Front</h1>')
  expect(await ask('/a%20b/')).toMatchObject({ status: 200 })
  expect(await ask('/rss.xml')).toMatchObject({ status: 200, text: '<rss/>' })
  expect(await ask('/nowhere/')).toMatchObject({ status: 404 })
})

test.each(['localhost', '127.0.0.1:8080', '[::1]:8080'])('Asked for as %s it answers', async Host => {
  expect(await ask('/', { Host })).toMatchObject({ status: 200 })
})

const strangers = ['evil.example', 'localhost.evil.example', '10.0.0.7:8080', '127.0.0.1@evil.example']

test.each(strangers)('Asked for as %s it keeps the drafts to itself', async Host => {
  const { status, text } = await ask('/', { Host })
  expect(status).toBe(403)
  expect(text).not.toContain('Front')
  expect(await ask('/.11ty/reload-client.js', { Host })).toMatchObject({ status: 403 })
  expect(await upgrade({ Host })).toBe(403)
})

test.each([
  'http://evil.example',
  'null',
  'http://localhost:1',
  'https://127.0.0.1',
  'http://127.0.0.1.evil.example',
])('A web page of %s is told nothing, by request or web socket', async Origin => {
  expect(await ask('/', { Origin })).toMatchObject({ status: 403 })
  expect(await upgrade({ Origin })).toBe(403)
})

test('Its own pages, and programs of this machine, hear by web socket what changed', async () => {
  const { host } = new URL(server.url)
  expect(await upgrade({})).toBe(101)
  expect(await upgrade({ Origin: `http://${host}` })).toBe(101)
  expect(await upgrade({ Host: 'localhost:8080', Origin: 'http://localhost:8080' })).toBe(101)
})

test('Every answer has the policy of the site, with the notice and the script for reloading added', async () => {
  const { host } = new URL(server.url)
  shown = { ...shown, trouble: { kind: 'crash', message: 'x' } }
  for (const path of ['/', '/rss.xml', '/nowhere/', '/search/']) {
    const { headers, text } = await ask(path)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; base-uri 'none'; /)
    expect(policy).toContain(`http://${host}/.11ty/reload-client.js`)
    expect(policy).toContain(`connect-src ws://${host}`)
    expect(policy.includes("'wasm-unsafe-eval'")).toBe(path === '/search/')
    expect(policy).not.toContain('unsafe-inline')
    for (const [, inline = ''] of text.matchAll(
      /<(?:style|script)[^>]*>([^<]+(?:<(?!\/s)[^<]*)*)<\/(?:style|script)>/g,
    ))
      expect(policy).toContain(hashForPolicy(inline))
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  }
})

test.each([
  '/%',
  '/..%2f.dateline/current.json',
  '/../.dateline/current.json',
  '/a/%2e%2e/%2e%2e/package.json',
])('The path %s is none', async path =>
  expect(await ask(path)).toMatchObject({
    status: 400,
    text: 'Bad request: this address is not valid; open the one that npm start printed.',
  }),
)

test('The notice of problems lies over every page, and over no feed', async () => {
  shown = { ...shown, trouble: { kind: 'crash', message: 'a layout <threw>' } }
  expect((await ask('/')).text).toMatch(/<h1>Front<\/h1>[\s\S]*a layout &lt;threw&gt;[\s\S]*<\/body>/)
  expect((await ask('/rss.xml')).text).toBe('<rss/>')
})

test('Before the first build it is all that there is', async () => {
  shown = {
    trouble: { kind: 'crash', message: 'a layout threw' },
    keptBack: [],
    isBuilt: false,
    served: null,
  }
  for (const path of ['/', '/world/', '/rss.xml'])
    expect(await ask(path)).toMatchObject({ status: 503, text: expect.stringContaining('a layout threw') })
})
