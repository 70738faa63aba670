import { get } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Trouble } from '../../src/preview/rebuild.ts'
import { type PreviewServer, serve } from '../../src/preview/serve.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const page = '<!doctype html><html><head></head><body><h1>Front</h1></body></html>'

let site: SiteFolder
let server: PreviewServer
let shown: { trouble: Trouble | null; isBuilt: boolean }
beforeEach(async () => {
  site = createSite({ '_site/index.html': page, '_site/a b/index.html': page, '_site/rss.xml': '<rss/>' })
  shown = { trouble: null, isBuilt: true }
  server = await serve(`${site.root}/_site`, 0, () => shown)
})
afterEach(async () => {
  await server.close()
  site.dispose()
})

/** By hand: `fetch` mends paths and knows no other host. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    get({ hostname, port, path, headers }, response => {
      let text = ''
      response.on('data', part => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, text }))
    }).on('error', reject)
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

test.each(['evil.example', 'localhost.evil.example', '10.0.0.7:8080'])(
  'Asked for as %s it keeps the drafts to itself',
  async Host => {
    const { status, text } = await ask('/', { Host })
    expect(status).toBe(403)
    expect(text).not.toContain('Front')
  },
)

test.each([
  '/%',
  '/..%2f.dateline/current.json',
  '/../.dateline/current.json',
  '/a/%2e%2e/%2e%2e/package.json',
])('The path %s is none', async path =>
  expect(await ask(path)).toMatchObject({ status: 400, text: 'Bad request: this is not a valid path.' }),
)

test('The notice of problems lies over every page, and over no feed', async () => {
  shown.trouble = { kind: 'crash', message: 'a layout <threw>' }
  expect((await ask('/')).text).toMatch(/<h1>Front<\/h1>[\s\S]*a layout &lt;threw&gt;[\s\S]*<\/body>/)
  expect((await ask('/rss.xml')).text).toBe('<rss/>')
})

test('Before the first build it is all that there is', async () => {
  shown = { trouble: { kind: 'crash', message: 'a layout threw' }, isBuilt: false }
  for (const path of ['/', '/world/', '/rss.xml'])
    expect(await ask(path)).toMatchObject({ status: 503, text: expect.stringContaining('a layout threw') })
})
