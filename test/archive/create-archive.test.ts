import { describe, expect, test } from 'vitest'
import { editors } from '../../src/domain/audience.ts'
import { listingsOf, nameOfListing } from '../../src/domain/listing.ts'
import { bylineKey } from '../../src/domain/slug.ts'
import type { Story } from '../../src/domain/story.ts'
import { archiveOf, at, later, newsroomOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T09:30:00+05:30', 'storm', {
    tags: '[weather, nato]',
    authors: '[asha-rao, José Núñez]',
  }),
  ...storyAt('2024-10-24T18:00:00+05:30', 'calm', {
    corrections: '[{ date: 2024-11-02T00:00:00Z, text: no }]',
  }),
  ...storyAt('2024-10-25T00:10:00+05:30', 'rain', {
    tags: '[weather]',
    corrections: '[{ date: 2024-10-31T20:00:00Z, text: no }]',
  }),
  ...storyAt('2024-09-01T09:30:00+05:30', 'match', { section: 'sport' }),
  ...storyAt('2024-10-24T12:00:00+05:30', 'draft', { draft: 'true', tags: '[secret]' }),
  ...storyAt('2024-10-24T13:00:00+05:30', 'held', { embargo: '2029-01-01T00:00:00Z' }),
  ...storyAt('2024-10-24T14:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: no }',
  }),
}
const newsroom = newsroomOf(files)
const archive = archiveOf(newsroom, at('2025-01-01T00:00:00Z'))
const slugs = (stories: readonly Story[]) => stories.map(story => story.slug)
const fileOf = (slug: string) => Object.keys(files).find(file => file.endsWith(`/${slug}.md`)) ?? slug
const story = (slug: string, of = archive) => {
  const found = of.story(fileOf(slug))
  if (!found) throw new Error(`${slug} is not published`)
  return found
}

test('live stories stand in the listings, newest first', () =>
  expect(slugs(archive.listing({ of: 'site' }).newest(9))).toEqual(['rain', 'calm', 'storm', 'match']))

test('live and withdrawn stories are known by their files; nothing else is there at all', () => {
  const known = Object.keys(files).filter(file => archive.story(file) !== null)
  expect(known).toEqual(['storm', 'calm', 'rain', 'match', 'gone'].map(fileOf))
  expect(archive.story('content/stories/2024/10/24/nobody.md')).toBeNull()
})

test('a withdrawn story is in no listing, on no day and beside no story', () => {
  expect(archive.isLive(story('gone'))).toBe(false)
  expect(slugs(archive.storiesOf(archive.onDay('2024-10-24')))).toEqual(['calm', 'storm'])
  expect(slugs(archive.listing({ of: 'section', key: 'world' }).newest(9))).toEqual(['rain', 'calm', 'storm'])
  expect(archive.neighbours(story('gone'))).toEqual({ older: null, newer: null })
})

test('before its withdrawal the same story is like any other', () => {
  const earlier = archiveOf(newsroom, at('2024-10-25T20:00:00Z'))
  expect(slugs(earlier.storiesOf(earlier.onDay('2024-10-24')))).toEqual(['calm', 'gone', 'storm'])
  expect(story('gone', earlier).withdrawn).toBeNull()
})

test('a story stands between the older and the newer one of its section', () => {
  expect(archive.neighbours(story('calm'))).toEqual({ older: story('storm'), newer: story('rain') })
  expect(archive.neighbours(story('rain'))).toEqual({ older: story('calm'), newer: null })
  expect(archive.neighbours(story('match'))).toEqual({ older: null, newer: null })
})

test('neighbours are found across months without stories', () => {
  const sparse = newsroomOf({
    ...storyAt('2023-03-05T09:30:00+05:30', 'long-ago'),
    ...storyAt('2023-03-31T09:30:00+05:30', 'ago'),
    ...storyAt('2024-10-24T09:30:00+05:30', 'now'),
    ...storyAt('2024-06-01T09:30:00+05:30', 'elsewhere', { section: 'sport' }),
  })
  const of = archiveOf(sparse)
  const [longAgo, ago, now] = ['2023/03/05/long-ago', '2023/03/31/ago', '2024/10/24/now'].map(name =>
    of.story(`content/stories/${name}.md`),
  ) as [Story, Story, Story]
  expect(of.neighbours(ago)).toEqual({ older: longAgo, newer: now })
  expect(of.neighbours(now)).toEqual({ older: ago, newer: null })
  expect(of.neighbours(longAgo)).toEqual({ older: null, newer: ago })
})

test('days and months are those of the site’s zone', () => {
  expect(archive.days.newest(9)).toEqual(['2024-10-25', '2024-10-24', '2024-09-01'])
  expect(archive.listing({ of: 'site' }).months).toEqual(['2024-10', '2024-09'])
  expect(archive.onDay('2024-10-26')).toEqual([])
})

test('a listing counts a month, and says when its stories last changed', () => {
  const site = archive.listing({ of: 'site' })
  expect([site.countIn('2024-10'), site.countIn('2024-09'), site.countIn('2024-08')]).toEqual([3, 1, 0])
  expect(site.lastChangeIn('2024-10')).toBe(at('2024-11-02T00:00:00Z'))
  expect(site.lastChangeIn('2024-08')).toBeNull()
  expect(site.lastChange).toBe(at('2024-11-02T00:00:00Z'))
  expect(archive.listing({ of: 'section', key: 'nation' }).lastChange).toBeNull()
})

test('only listings with live stories have keys, in order', () => {
  expect(archive.keys('section')).toEqual(['sport', 'world'])
  expect(archive.keys('topic')).toEqual(['nato', 'weather'])
  expect(archive.keys('byline')).toEqual(['asha-rao', 'jose-nunez'])
  expect(archive.listing({ of: 'topic', key: 'secret' }).newest(9)).toEqual([])
})

test('corrections stand by their own date, newest first, in the month of the site’s zone', () => {
  expect(archive.corrections.newest(9).map(dated => dated.story.slug)).toEqual(['calm', 'rain'])
  // 20:00 on 31 October in London is 1 November in Kolkata.
  expect(archive.corrections.months).toEqual(['2024-11'])
})

test('of two corrections of one second in one story, the later written one is the newest', () => {
  const twice = storyAt('2024-10-24T09:30:00+05:30', 'storm', {
    corrections:
      '[{ date: 2024-10-25T00:00:00Z, text: first }, { date: 2024-10-25T00:00:00Z, text: second }]',
  })
  const dated = archiveOf(newsroomOf(twice)).corrections.newest(9)
  expect(dated.map(({ correction }) => correction.text)).toEqual(['second', 'first'])
})

test('what is dated later has not happened', () => {
  const earlier = archiveOf(newsroom, at('2024-11-01T00:00:00Z'))
  expect(story('calm', earlier).corrections).toEqual([])
  expect(earlier.corrections.newest(9).map(dated => dated.story.slug)).toEqual(['rain'])
})

describe('editors, in the preview,', () => {
  const preview = archiveOf(newsroom, at('2025-01-01T00:00:00Z'), editors)

  test('see drafts and held stories among the others', () => {
    expect(slugs(preview.storiesOf(preview.onDay('2024-10-24')))).toEqual(['calm', 'held', 'draft', 'storm'])
    expect(preview.stateOf(story('held', preview))).toBe('held')
  })

  test('see a withdrawn story as readers do', () =>
    expect(preview.isLive(story('gone', preview))).toBe(false))
})

test('two stories of one second keep one order, whatever the order of their files', () => {
  const two = { ...storyAt('2024-10-24T09:30:00+05:30', 'b'), ...storyAt('2024-10-24T09:30:00+05:30', 'a') }
  const { stories, ...rest } = newsroomOf(two)
  const order = (all: typeof stories) => {
    const archive = archiveOf({ ...rest, stories: all }, later)
    return slugs(archive.listing({ of: 'site' }).newest(9))
  }
  expect(order(stories)).toEqual(['a', 'b'])
  expect(order(stories.toReversed())).toEqual(['a', 'b'])
})

test('a story stands in its listings once', () => {
  const names = listingsOf(storyOf({ tags: '[nato]', authors: '[José Núñez, Jose Nunez, asha-rao]' })).map(
    nameOfListing,
  )
  expect(names).toEqual(['site', 'section/world', 'topic/nato', 'byline/jose-nunez', 'byline/asha-rao'])
})

test.each([
  ['asha-rao', 'asha-rao'],
  ['Asha Rao', 'asha-rao'],
  ['आशा', 'आशा'],
  ['🛳️', 'unnamed'],
])('the byline of %s is known as %s', (author, key) => expect(bylineKey(author)).toBe(key))
