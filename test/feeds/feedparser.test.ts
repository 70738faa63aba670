// feedparser, which many aggregators are made with, finds nothing wrong in any feed, and every item.

import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pythonWith } from '../rig/programs.ts'
import type { SiteFolder } from '../rig/site-folder.ts'
import { hostileId, liveUrl, publishHostile } from './hostile-newsroom.ts'
import { readByFeedsmith } from './read-by-others.ts'

let site: SiteFolder
beforeAll(async () => {
  site = await publishHostile()
})
afterAll(() => site.dispose())

type Parsed = {
  readonly bozo: string | null
  readonly version: string
  readonly ids: readonly string[]
}

const parse = `
import feedparser, json, sys
read = {}
for file in sys.argv[1:]:
    feed = feedparser.parse(file)
    read[file] = {
        'bozo': str(feed.get('bozo_exception')) if feed.bozo else None,
        'version': feed.version,
        'ids': [entry.id for entry in feed.entries],
    }
print(json.dumps(read))
`

const readAll = (python: string, files: readonly string[]): Readonly<Record<string, Parsed>> => {
  const options = { cwd: site.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  return JSON.parse(execFileSync(python, ['-c', parse, ...files], options))
}

test('feedparser calls no feed a bozo, and finds its items', () => {
  const python = pythonWith('feedparser')
  if (python === null) return
  const feeds = Object.keys(site.snapshot('_site'))
    .filter(file => /(?:^|\/)(?:rss|atom)\.xml$/.test(file))
    .map(file => `_site/${file}`)
  for (const feed of ['rss.xml', 'atom.xml', '2024/10/01/atom.xml', `${liveUrl.slice(1)}rss.xml`])
    expect(feeds).toContain(`_site/${feed}`)
  const read = readAll(python, feeds)
  for (const feed of feeds) {
    const version = feed.endsWith('rss.xml') ? 'rss20' : 'atom10'
    const ids = readByFeedsmith(site.read(feed)).items.map(({ id }) => id)
    expect(read[feed], feed).toMatchObject({ bozo: null, version, ids })
  }
  expect(read['_site/rss.xml']?.ids).toContain(hostileId)
})

test('but a broken one it does', () => {
  const python = pythonWith('feedparser')
  if (python === null) return
  site.write('_site/broken.xml', site.read('_site/rss.xml').replace('<title>', '<title>Tom & Ana'))
  expect(readAll(python, ['_site/broken.xml'])['_site/broken.xml']?.bozo).toMatch(/./)
  site.remove('_site/broken.xml')
})
