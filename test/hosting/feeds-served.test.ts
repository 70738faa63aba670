// What machines read, as nginx serves it with the configuration that the site prints: its type, and that nothing changed.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { hasServer, type RealServer, startServer } from '../rig/real-server.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-25T00:00:00Z')
const older = 'content/stories/2024/09/24/older.md'

let site: SiteFolder | undefined
let server: RealServer | undefined
beforeAll(async () => {
  if (!hasServer('nginx')) return
  site = createSite({
    [storyFile]: storyText(),
    [older]: storyText({ title: 'Older', date: '2024-09-24T09:30:00+05:30' }),
  })
  site.write('_data/site.yaml', `${site.read('_data/site.yaml')}feeds: { newest: 1 }\n`)
  await publishInProcess(site, now)
  server = await startServer('nginx', site)
})
afterAll(async () => {
  await server?.stop()
  site?.dispose()
})

test.each([
  ['/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/world/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/2024/09/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/corrections/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/breaking/feed.json', 'application/feed+json; charset=utf-8'],
  [`${storyUrl}index.json`, 'application/json; charset=utf-8'],
  ['/changes/index.json', 'application/json; charset=utf-8'],
  ['/changes/2024/10/24.json', 'application/json; charset=utf-8'],
  ['/feeds.opml', 'text/x-opml; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/sitemaps/news.xml', 'application/xml; charset=utf-8'],
  ['/sitemaps/2024-10.xml', 'application/xml; charset=utf-8'],
])('%s is %s, and is sent once', async (path, type) => {
  if (!server || !site) return
  const first = await server.ask(path)
  expect([first.status, first.headers['content-type']]).toEqual([200, type])
  expect(String(first.body)).toBe(site.read(`_site${path}`))
  expect(first.headers['cache-control']).toBe('public, max-age=300, stale-while-revalidate=600')
  const { etag = '', 'last-modified': modified = '' } = first.headers
  for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
    const again = await server.ask(path, condition)
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect(again.headers.etag).toBe(etag)
  }
  expect((await server.ask(path, { 'if-none-match': '"other"' })).status).toBe(200)
})

test('a feed is sent again when something was published, an archived one is not', async () => {
  if (!server || !site) return
  const etags = new Map<string, string>()
  for (const path of ['/rss.xml', '/feed.json', '/2024/09/atom.xml'])
    etags.set(path, (await server.ask(path)).headers.etag ?? '')
  site.write(storyFile, storyText({ title: 'A gale over the harbour' }))
  await publishInProcess(site, now)
  const statuses: Record<string, number> = {}
  for (const [path, etag] of etags)
    statuses[path] = (await server.ask(path, { 'if-none-match': etag })).status
  expect(statuses).toEqual({ '/rss.xml': 200, '/feed.json': 200, '/2024/09/atom.xml': 304 })
})
