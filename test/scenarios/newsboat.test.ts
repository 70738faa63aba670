// A feed reader that people use, newsboat, takes the feeds from a server as it would from the web.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInProcess } from '../rig/build-in-process.ts'
import { afterEverything } from '../rig/demonstration.ts'
import { isInstalled } from '../rig/programs.ts'
import { origin, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

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

let site: SiteFolder
let server: Server
let address: string
beforeAll(async () => {
  site = createSite(stories)
  await buildInProcess(site, afterEverything)
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname
    try {
      const body = readFileSync(join(site.root, '_site', path.endsWith('/') ? `${path}index.html` : path))
      response.writeHead(200, { 'content-type': path.endsWith('.xml') ? 'application/rss+xml' : 'text/html' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  site.dispose()
})

type Item = { readonly title: string; readonly date: string; readonly url: string; readonly guid: string }

/** Where newsboat keeps what it has read is a database, which python reads. */
const readCache = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select title, pubDate, url, guid from rss_item order by pubDate desc')
print(json.dumps([list(row) for row in rows]))
`

const subscribe = async (name: string, feeds: readonly string[]): Promise<readonly Item[]> => {
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
  test('reads headline, time, address and identifier of each story', async () => {
    if (!isInstalled('newsboat', '-v')) return
    expect(await subscribe('site', ['rss.xml'])).toEqual([
      {
        title: 'Harbour reopens after the storm',
        date: '2024-10-24T04:00:00.000Z',
        url: `${origin}/world/2024/10/24/harbour/`,
        guid: 'tag:bulletin.example,2024-10-24:harbour',
      },
      {
        title: hostile,
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
      (await subscribe(name, [feed])).map(item => item.title)
    expect(await titles('sport', 'sport/rss.xml')).toEqual(['Cup final'])
    expect(await titles('byline', 'bylines/asha-rao/rss.xml')).toEqual(['Harbour reopens after the storm'])
  })
})
