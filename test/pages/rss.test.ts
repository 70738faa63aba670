import { expect, test } from 'vitest'
import { digestOf } from '../../src/system/digest.ts'
import { at, dataAt, planOf, storyAt, urlsOf } from '../rig/small-newsroom.ts'

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
    authors: ['Asha Rao', 'José Núñez'],
    categories: ['World', 'NATO', 'Ukraine War'],
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

test('the last change is that of the stories, not of the newest one and not of the clock', () => {
  expect(feed('/rss.xml').lastChange).toBe(at('2024-10-26T02:30:00Z'))
  expect(dataAt(planOf(files, at('2029-01-01T00:00:00Z')), '/rss.xml')).toEqual(dataAt(plan, '/rss.xml'))
})

test('the site and its sections have feeds before their first story; topics and bylines do not', () => {
  const feeds = planOf({}).pages.filter(page => page.kind === 'rss')
  expect(urlsOf(feeds)).toEqual(['/nation/rss.xml', '/rss.xml', '/sport/rss.xml', '/world/rss.xml'])
  for (const { data } of feeds) expect(data.feed).toMatchObject({ lastChange: null, items: [] })
})

test('a feed has no more than the newest fifty', () => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 55 }, (_, minute) =>
      storyAt(`2024-10-24T08:${String(minute).padStart(2, '0')}:00+05:30`, `story-${minute}`),
    ),
  )
  const { items } = dataAt(planOf(many), '/rss.xml').feed
  expect(items).toHaveLength(50)
  expect(items[0].url).toBe('/world/2024/10/24/story-54/')
})
