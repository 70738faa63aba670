// A feed reader that people use, newsboat, takes the feeds from a server as it would from the web.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { curlQuotes } from '../../src/domain/curl-quotes.ts'
import { typeOfName } from '../../src/domain/file-kinds.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { afterEverything } from '../rig/demonstration.ts'
import { isInstalled } from '../rig/programs.ts'
import { origin, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { liveUrl, publishHostile } from './hostile-newsroom.ts'
import { readByFeedsmith } from './read-by-others.ts'

const run = promisify(execFile)
const hostile = `Tom & Ana's "talks" ]]> <on> हिंदी`
const stories = {
  'content/stories/2024/10/24/harbour.md': storyText({ authors: '[asha-rao]' }),
  'content/stories/2024/10/23/talks.md': storyText({
    title: `'${hostile.replaceAll("'", "''")}'`,
    date: '2024-10-23T23:45:10-04:00',
  }),
  'content/stories/2024/03/31/cup.md': storyText({
    title: 'Cup final',
    date: '2024-03-31T02:30:00+05:30',
    section: 'sport',
  }),
}

const opened: { readonly site: SiteFolder; readonly server: Server }[] = []
afterAll(() => {
  for (const { site, server } of opened) {
    server.close()
    site.dispose()
  }
})

type Served = { readonly site: SiteFolder; readonly address: string }

const serve = async (site: SiteFolder): Promise<Served> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname
    try {
      const body = readFileSync(join(site.root, '_site', path.endsWith('/') ? `${path}index.html` : path))
      response.writeHead(200, { 'content-type': typeOfName[path.split('/').at(-1) ?? ''] ?? 'text/html' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  opened.push({ site, server })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { site, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

type Item = { readonly title: string; readonly date: string; readonly url: string; readonly guid: string }

/** Where newsboat keeps what it has read is a database, which python reads. */
const readCache = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select title, pubDate, url, guid from rss_item order by pubDate desc')
print(json.dumps([list(row) for row in rows]))
`

const subscribe = async (
  { site, address }: Served,
  name: string,
  feeds: readonly string[],
): Promise<readonly Item[]> => {
  const own = (file: string) => join(site.root, `newsboat-${name}`, file)
  site.write(`newsboat-${name}/urls`, feeds.map(feed => `${address}/${feed}\n`).join(''))
  site.write(`newsboat-${name}/config`, 'use-proxy no\ndownload-retries 1\n')
  const flags = ['-u', own('urls'), '-c', own('cache.db'), '-C', own('config'), '-x', 'reload']
  await run('newsboat', flags, {
    env: { ...process.env, HOME: site.root, LC_ALL: 'C.UTF-8', no_proxy: '*', NO_PROXY: '*' },
    timeout: 50_000,
  })
  const { stdout } = await run('python3', ['-c', readCache, own('cache.db')])
  return (JSON.parse(stdout) as [string, number, string, string][]).map(([title, seconds, url, guid]) => ({
    title,
    date: new Date(seconds * 1000).toISOString(),
    url,
    guid,
  }))
}

describe('newsboat', () => {
  let served: Served
  beforeAll(async () => {
    const site = createSite(stories)
    await buildInProcess(site, afterEverything)
    served = await serve(site)
  })

  test('reads headline, time, address and identifier of each story', async () => {
    if (!isInstalled('newsboat', '-v')) return
    expect(await subscribe(served, 'site', ['rss.xml'])).toEqual([
      {
        title: 'Harbour reopens after the storm',
        date: '2024-10-24T04:00:00.000Z',
        url: `${origin}/world/2024/10/24/harbour/`,
        guid: 'tag:bulletin.example,2024-10-24:harbour',
      },
      {
        title: curlQuotes(hostile, 'en'),
        date: '2024-10-24T03:45:10.000Z',
        url: `${origin}/world/2024/10/24/talks/`,
        guid: 'tag:bulletin.example,2024-10-23:talks',
      },
      {
        title: 'Cup final',
        date: '2024-03-30T21:00:00.000Z',
        url: `${origin}/sport/2024/03/31/cup/`,
        guid: 'tag:bulletin.example,2024-03-31:cup',
      },
    ])
  })

  test('reads the feeds of a section and of a byline', async () => {
    if (!isInstalled('newsboat', '-v')) return
    const titles = async (name: string, feed: string) =>
      (await subscribe(served, name, [feed])).map(item => item.title)
    expect(await titles('sport', 'sport/rss.xml')).toEqual(['Cup final'])
    expect(await titles('byline', 'bylines/asha-rao/rss.xml')).toEqual(['Harbour reopens after the storm'])
  })
})

describe('newsboat lists what is in', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve(await publishHostile())
  })

  test.each([
    'rss.xml',
    'atom.xml',
    'nation/atom.xml',
    'bylines/jose-nunez/rss.xml',
    'breaking/rss.xml',
    'corrections/atom.xml',
    `${liveUrl.slice(1)}atom.xml`,
    '2024/10/01/atom.xml',
  ])('%s', async feed => {
    if (!isInstalled('newsboat', '-v')) return
    const listed = await subscribe(served, feed.replaceAll('/', '-'), [feed])
    const { items } = readByFeedsmith(served.site.read(`_site/${feed}`))
    const inOrder = (some: readonly { readonly guid: string }[]) =>
      some.toSorted((one, other) => (one.guid < other.guid ? -1 : 1))
    expect(items).not.toEqual([])
    expect(inOrder(listed.map(({ guid, url, date }) => ({ guid, url, date })))).toEqual(
      inOrder(
        items.map(({ id, url, published }) => ({ guid: id, url, date: new Date(published).toISOString() })),
      ),
    )
  })
})
