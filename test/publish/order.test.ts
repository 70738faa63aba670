// The order of moves, seen by stopping them: a file stands where a folder is needed, so one move fails.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPublishFolder, type PublishFolder } from './publish-folder.ts'

const before = {
  'index.html': 'old front',
  'world/a/index.html': 'old A',
  'world/gone/index.html': 'gone',
  'logo.svg': 'old logo',
  'rss.xml': 'old feed',
  'sitemap.xml': 'old map',
}
const after = {
  'index.html': 'new front',
  'world/a/index.html': 'new A',
  'world/b/index.html': 'added B',
  'media/b.png': 'added picture',
  'logo.svg': 'new logo',
  'rss.xml': 'new feed',
  'sitemap.xml': 'new map',
}

let folder: PublishFolder
beforeEach(() => {
  folder = createPublishFolder()
  folder.publish(before)
  writeFileSync(join(folder.published, 'zz'), 'in the way')
})
afterEach(() => folder.dispose())

/** Publishes, is stopped at a file of this kind, and tells what readers find of the others. */
const stoppedAt = (file: string) => {
  expect(() => folder.publish({ ...after, [`zz/${file}`]: 'in the way' })).toThrow()
  const { zz: _, ...found } = folder.files()
  return found
}
const pictures = { 'media/b.png': 'added picture', 'logo.svg': 'new logo' }
const addedPages = { 'world/b/index.html': 'added B' }
const changedPages = { 'index.html': 'new front', 'world/a/index.html': 'new A' }

describe('no reader meets a link to what is not there yet', () => {
  test('pictures and other files come first: stopped there, every page is the old one', () => {
    const { 'media/b.png': _, ...found } = stoppedAt('a.png')
    expect(found).toMatchObject({ ...before, 'logo.svg': expect.any(String) })
    expect(found).not.toHaveProperty(['world/b/index.html'])
  })

  test('then added pages: stopped there, pictures are new and no page has changed', () => {
    expect(stoppedAt('index.html')).toMatchObject({ ...before, ...pictures })
  })

  test('feeds come last: stopped there, all pages are new', () => {
    expect(stoppedAt('rss.xml')).toMatchObject({ ...pictures, ...addedPages, ...changedPages })
  })

  test('nothing goes before everything has come', () => {
    expect(stoppedAt('rss.xml')).toHaveProperty(['world/gone/index.html'], 'gone')
  })
})

describe('feeds, which point to all the rest', () => {
  test('are the old ones until every page has moved', () => {
    for (const file of ['a.png', 'index.html'])
      expect(stoppedAt(file)).toMatchObject({ 'rss.xml': 'old feed', 'sitemap.xml': 'old map' })
  })

  test('do not go out before changed pages: what changed is there when a feed fails', () => {
    expect(stoppedAt('aaa.xml')).toMatchObject(changedPages)
  })
})

describe('after a run that was stopped', () => {
  test.each(['a.png', 'index.html', 'rss.xml'])('at %s, every file is an old or a new one, whole', file => {
    for (const [name, text] of Object.entries(stoppedAt(file))) {
      const known: Record<string, string>[] = [before, after]
      expect(known.map(site => site[name])).toContain(text)
    }
  })

  test.each(['a.png', 'index.html', 'rss.xml'])(
    'at %s, the next one finishes it and still knows its own',
    file => {
      stoppedAt(file)
      rmSync(join(folder.published, 'zz'))
      const { changes, foreign } = folder.publish(after)
      expect(folder.files()).toEqual(after)
      expect(changes.removed).toEqual(['world/gone/index.html'])
      expect(foreign).toEqual([])
    },
  )

  test('and given up, the next one takes back what it had added', () => {
    stoppedAt('rss.xml')
    rmSync(join(folder.published, 'zz'))
    folder.publish(before)
    expect(folder.files()).toEqual(before)
  })
})
