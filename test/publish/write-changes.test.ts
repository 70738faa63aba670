import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeChanges, writeChanges } from '../../src/publish/write-changes.ts'
import { createStagedSite, filesOf } from './staged-site.ts'

const now = '2024-10-24T09:30:00+05:30'

test('scripts get each address and its file, and the instant of the publish', () => {
  const text = describeChanges(
    { added: ['world/x/index.html'], changed: ['rss.xml'], removed: ['old.html'] },
    now,
  )
  expect(text).toBe(`{
 "now": "2024-10-24T09:30:00+05:30",
 "added": [
  {
   "url": "/world/x/",
   "file": "world/x/index.html"
  }
 ],
 "changed": [
  {
   "url": "/rss.xml",
   "file": "rss.xml"
  }
 ],
 "removed": [
  {
   "url": "/old.html",
   "file": "old.html"
  }
 ]
}
`)
})

test('in the order to upload them, in whatever order they come', () => {
  const added = ['a/index.html', 'a/photo.jpg', 'a/rss.xml', 'b/index.html', 'index.html']
  const changed = ['c/index.html', 'rss.xml', 'site.css']
  const removed = ['x.html', 'y.html']
  const text = describeChanges({ added, changed, removed }, now)
  const filesIn = (list: string) => JSON.parse(text)[list].map(({ file }: { file: string }) => file)
  expect(filesIn('added')).toEqual(['a/photo.jpg', 'a/index.html', 'b/index.html', 'a/rss.xml', 'index.html'])
  expect(filesIn('changed')).toEqual(['site.css', 'c/index.html', 'rss.xml'])
  expect(filesIn('removed')).toEqual(removed)
  const reversed = {
    added: added.toReversed(),
    changed: changed.toReversed(),
    removed: removed.toReversed(),
  }
  expect(describeChanges(reversed, now)).toBe(text)
})

test('the file takes the place of the last one, and leaves nothing beside it', () => {
  const site = createStagedSite({ 'changes.json': 'the last one' })
  const changes = { added: ['a.html'], changed: [], removed: [] }
  writeChanges(join(site.published, 'changes.json'), changes, now)
  expect(filesOf(site.published)).toEqual({ 'changes.json': describeChanges(changes, now) })
  site.dispose()
})

test('of a search index, what leads to a file comes after it', () => {
  const files = ['pagefind-entry.json', 'pagefind.en_1.pf_meta', 'index/en_2.pf_index', 'pagefind.js']
  const added = ['search/bundles.json', ...files.map(file => `search/2024/${file}`), 'index.html']
  const report = JSON.parse(describeChanges({ added, changed: [], removed: [] }, now))
  expect(report.added.map(({ file }: { file: string }) => file)).toEqual([
    'search/2024/index/en_2.pf_index',
    'search/2024/pagefind.en_1.pf_meta',
    'search/2024/pagefind.js',
    'search/2024/pagefind-entry.json',
    'search/bundles.json',
    'index.html',
  ])
})
