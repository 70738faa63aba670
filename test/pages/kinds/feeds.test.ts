import { describe, expect, test } from 'vitest'
import { digestOf } from '../../../src/system/digest.ts'
import { siteData } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', {
    tags: '[nato, ukraine-war]',
    authors: '[asha-rao, José Núñez]',
    updated: '2024-10-26T08:00:00+05:30',
  }),
  ...storyAt('2024-10-25T08:00:00+05:30', 'calm', {}, 'All is *calm*.\n'),
  ...storyAt('2024-10-25T09:00:00+05:30', 'match', { section: 'sport' }),
  ...storyAt('2024-10-25T10:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-27T00:00:00Z, reason: no }',
  }),
}
const plan = planOf(files)
const feed = (url: string) => dataAt(plan, url).feed
const feedOf = (some: Files, url: string) => dataAt(planOf(some), url).feed
const kindsOf = (some: Files) => planOf(some).pages.map(({ kind }) => kind)

test('the site’s feed has every live story, newest first, a section’s only its own', () => {
  expect(urlsOf(feed('/rss.xml').items)).toEqual([
    '/sport/2024/10/25/match/',
    '/world/2024/10/25/calm/',
    '/world/2024/10/24/storm/',
  ])
  expect(urlsOf(feed('/sport/rss.xml').items)).toEqual(['/sport/2024/10/25/match/'])
  expect(urlsOf(feed('/topics/nato/rss.xml').items)).toEqual(['/world/2024/10/24/storm/'])
  expect(urlsOf(feed('/bylines/jose-nunez/rss.xml').items)).toEqual(['/world/2024/10/24/storm/'])
})

test('an item has its permanent id, its names and its whole text', () => {
  expect(feed('/rss.xml').items[2]).toMatchObject({
    id: 'tag:bulletin.example,2024-10-24:storm',
    url: '/world/2024/10/24/storm/',
    authors: [{ name: 'Asha Rao' }, { name: 'José Núñez', url: '/bylines/jose-nunez/' }],
    section: { name: 'World', url: '/world/' },
    topics: [{ name: 'NATO' }, { name: 'Ukraine War' }],
    date: at('2024-10-24T02:30:00Z'),
  })
  expect(feed('/rss.xml').items[1]).toMatchObject({
    text: {
      file: 'content/stories/2024/10/25/calm.md',
      digest: digestOf('All is *calm*.\n'),
    },
    markdown: { base: 'https://bulletin.example', url: '/world/2024/10/25/calm/' },
  })
})

test('the id stays when section and slug change', () => {
  const moved = {
    ...files,
    ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { section: 'sport', slug: 'wind' }),
  }
  const ids = (some: typeof files) =>
    dataAt(planOf(some), '/rss.xml').feed.items.map((item: { id: string }) => item.id)
  expect(ids(moved)).toEqual(ids(files))
})

test('the last change is that of a story, be it a withdrawal, not of the newest one and not of the clock', () => {
  expect(feed('/topics/nato/rss.xml').lastChange).toBe(at('2024-10-26T02:30:00Z'))
  expect(feed('/rss.xml').lastChange).toBe(at('2024-10-27T00:00:00Z'))
  expect(dataAt(planOf(files, at('2029-01-01T00:00:00Z')), '/rss.xml')).toEqual(dataAt(plan, '/rss.xml'))
})

test('the site, its sections, breaking news and corrections have feeds before there is anything; topics and bylines do not', () => {
  const feeds = planOf({}).pages.filter(page => page.kind === 'rss')
  expect(urlsOf(feeds)).toEqual([
    '/breaking/rss.xml',
    '/corrections/rss.xml',
    '/nation/rss.xml',
    '/rss.xml',
    '/sport/rss.xml',
    '/world/rss.xml',
  ])
  for (const { data } of feeds) expect(data.feed).toMatchObject({ lastChange: null, items: [] })
})

const storiesOn = (day: string, count: number): Files =>
  Object.assign(
    {},
    ...Array.from({ length: count }, (_, minute) =>
      storyAt(`${day}T08:${String(minute).padStart(2, '0')}:00+05:30`, `story-${day}-${minute}`),
    ),
  )
const withFeeds = (feeds: string): Files => ({
  '_data/site.yaml': `${siteData['_data/site.yaml']}feeds: ${feeds}\n`,
})
const many = {
  ...storiesOn('2024-10-24', 30),
  ...storiesOn('2024-10-23', 15),
  ...storiesOn('2024-10-22', 12),
}

test('a feed has the newest fifty, and goes on to the end of their day; the rest is archived', () => {
  const { items, older } = feedOf(many, '/rss.xml')
  expect(items).toHaveLength(57)
  expect(older).toBeNull()
  const more = { ...many, ...storiesOn('2024-10-21', 5) }
  expect(feedOf(more, '/rss.xml')).toMatchObject({ items: { length: 57 }, older: '/2024/10/21/atom.xml' })
  expect(feedOf(more, '/2024/10/21/atom.xml').items).toHaveLength(5)
})

test('without archives a feed has no more than the newest fifty', () => {
  const files = { ...many, ...withFeeds('{ archives: false }') }
  const { items, older } = feedOf(files, '/rss.xml')
  expect([items.length, older]).toEqual([50, null])
  expect(items[0].url).toBe('/world/2024/10/24/story-2024-10-24-29/')
  expect(kindsOf(files)).not.toContain('feed-archive')
})

test('archives are Atom: without it there are none', () => {
  const files = { ...many, ...withFeeds('{ formats: [rss, json], newest: 5 }') }
  expect(kindsOf(files)).toEqual(expect.arrayContaining(['rss', 'json']))
  expect(kindsOf(files)).not.toContain('atom')
  expect(kindsOf(files)).not.toContain('feed-archive')
  expect(feedOf(files, '/rss.xml').items).toHaveLength(5)
})

test('a newsroom may have no feeds, and then no page says how to subscribe', () => {
  const kinds = kindsOf({ ...many, ...withFeeds('{ formats: [] }') })
  for (const kind of ['rss', 'atom', 'json', 'feed-archive', 'subscribe', 'opml'])
    expect(kinds).not.toContain(kind)
})

test('items are summaries where the newsroom says so', () => {
  const files = { ...storiesOn('2024-10-24', 1), ...withFeeds('{ text: summary }') }
  expect(feedOf(files, '/rss.xml').items).toMatchObject([{ text: null, markdown: null }])
})

describe('a withdrawn story', () => {
  const gone = (slug: string, hours: string, fields = {}) =>
    storyAt(`2024-10-25T${hours}:00:00+05:30`, slug, {
      withdrawn: `{ date: 2024-10-26T${hours}:00:00+05:30, reason: no }`,
      ...fields,
    })

  test('is named in the feeds that it stood in, for as long as they reach back', () => {
    const feed = feedOf(
      { ...storiesOn('2024-10-24', 2), ...gone('one', '08', { tags: '[nato]' }) },
      '/atom.xml',
    )
    expect(feed.withdrawn).toEqual([
      { id: 'tag:bulletin.example,2024-10-25:one', at: at('2024-10-26T02:30:00Z') },
    ])
    expect(feed.items).toHaveLength(2)
    const later = { ...storiesOn('2024-10-27', 2), ...gone('one', '08') }
    expect(feedOf(later, '/atom.xml').withdrawn).toEqual([])
  })

  test('of one section is not named in the feeds of another', () => {
    const files = { ...storiesOn('2024-10-24', 1), ...gone('one', '08', { section: 'sport' }) }
    expect(feedOf(files, '/world/atom.xml').withdrawn).toEqual([])
    expect(feedOf(files, '/sport/atom.xml').withdrawn).toHaveLength(1)
  })

  test('is named however many were withdrawn elsewhere since', () => {
    const others = Object.assign(
      {},
      ...Array.from({ length: 4 }, (_, at) => gone(`other-${at}`, `1${at}`, { section: 'sport' })),
    )
    const files = {
      ...storiesOn('2024-10-24', 1),
      ...gone('one', '08'),
      ...others,
      ...withFeeds('{ newest: 2 }'),
    }
    expect(feedOf(files, '/world/atom.xml').withdrawn).toHaveLength(1)
  })
})
