// A site in small, as text that names what it links to: readers may come at any moment of a publish.

import { expect, test } from 'vitest'
import { orderMoves, orderRemovals } from '../../src/publish/order-moves.ts'

type Site = Readonly<Record<string, string>>

const before: Site = {
  'index.html': 'world/a/index.html logo.svg',
  'world/index.html': 'world/a/index.html world/gone/index.html',
  'world/a/index.html': 'index.html',
  'world/gone/index.html': 'index.html',
  'logo.svg': 'old',
  'rss.xml': 'world/a/index.html world/gone/index.html',
  'feed.json': 'world/a/index.html world/gone/index.html',
  'feeds.opml': 'rss.xml feed.json',
  'changes/index.json': 'changes/2024-10-23.json',
  'changes/2024-10-23.json': 'world/a/index.json',
  'world/a/index.json': 'world/a/index.html',
}
const after: Site = {
  'index.html': 'world/a/index.html world/b/index.html logo.svg',
  'world/index.html': 'world/a/index.html world/b/index.html topics/new/index.html',
  'world/a/index.html': 'index.html world/b/index.html topics/new/rss.xml',
  'world/b/index.html': 'media/b.png topics/new/index.html topics/new/rss.xml',
  'topics/new/index.html': 'topics/new/rss.xml',
  'topics/new/rss.xml': 'world/b/index.html',
  'media/b.png': 'picture',
  'logo.svg': 'new',
  'rss.xml': 'world/a/index.html world/b/index.html',
  'feed.json': 'world/a/index.html world/b/index.html',
  'feeds.opml': 'rss.xml feed.json topics/new/rss.xml topics/new/feed.json',
  'changes/index.json': 'changes/2024-10-24.json changes/2024-10-23.json',
  'changes/2024-10-24.json': 'world/b/index.json world/a/index.json',
  'changes/2024-10-23.json': 'world/a/index.json',
  'world/a/index.json': 'world/a/index.html media/a.png',
  'world/b/index.json': 'world/b/index.html media/b.png',
  'topics/new/feed.json': 'world/b/index.html',
  'media/a.png': 'picture',
}
const names = Object.keys(after).sort()
const moves = orderMoves({
  added: names.filter(file => !(file in before)),
  changed: names.filter(file => file in before && before[file] !== after[file]),
  removed: ['world/gone/index.html'],
})

/** What readers find when the publish was stopped after so many moves. */
const stoppedAfter = (count: number): Site => ({
  ...before,
  ...Object.fromEntries(moves.slice(0, count).map(file => [file, after[file] ?? ''])),
})

/** What readers can reach from the front, and the links of it that lead nowhere. */
const brokenLinks = (site: Site): string[] => {
  const reached = new Set(['index.html', 'rss.xml', 'feed.json', 'feeds.opml', 'changes/index.json'])
  for (const page of reached) {
    for (const link of (site[page] ?? '').split(' ')) if (link in site) reached.add(link)
  }
  return [...reached]
    .filter(page => /\.(html|xml|json|opml)$/.test(page))
    .flatMap(page =>
      (site[page] ?? '')
        .split(' ')
        .filter(link => !(link in site))
        .map(link => `${page} → ${link}`),
    )
}

test('every new and changed file moves, once', () => {
  expect([...moves].sort()).toEqual(names.filter(file => before[file] !== after[file]))
})

test.each([...moves.keys(), moves.length])(
  'stopped after %i moves, no link of what readers reach leads nowhere',
  count => {
    // A new page and a new feed may name each other; readers reach neither before a changed page names them.
    expect(brokenLinks(stoppedAfter(count))).toEqual([])
  },
)

test('compressed copies come after their file, whatever comes with it', () => {
  const all = (file: string) => [file, `${file}.br`, `${file}.gz`]
  const [page = [], feed = [], data = [], list = [], drawing = []] = [
    'world/index.html',
    'rss.xml',
    'world/index.json',
    'feeds.opml',
    'logo.svg',
  ].map(all)
  expect(
    orderMoves({
      added: ['_redirects', ...data, ...page],
      changed: [...drawing, ...list, ...feed],
      removed: [],
    }),
  ).toEqual([...drawing, ...page, '_redirects', ...data, ...list, ...feed])
})

test('and go before it', () => {
  expect(orderRemovals(['a.html', 'a.html.br', 'a.html.gz', 'b.txt'])).toEqual([
    'a.html.br',
    'a.html.gz',
    'a.html',
    'b.txt',
  ])
})
