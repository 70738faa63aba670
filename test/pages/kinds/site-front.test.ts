import { describe, expect, test } from 'vitest'
import { siteFront } from '../../../src/pages/kinds/site-front.ts'
import { siteData } from '../../rig/site-data.ts'
import { at, contextOf, dataAt, newsroomOf, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm'),
  ...storyAt('2024-10-24T07:00:00+05:30', 'flash', { urgency: '2' }),
  ...storyAt('2024-10-24T06:00:00+05:30', 'match', { section: 'sport' }),
  ...Object.assign(
    {},
    ...[1, 2, 3, 4, 5].map(day => storyAt(`2024-10-0${day}T08:00:00+05:30`, `old-${day}`)),
  ),
}
const front = (now = '2025-01-01T00:00:00Z', some = files) => dataAt(planOf(some, at(now)), '/')

test('the front shows the latest bulletin in its order', () => {
  expect(front().bulletin).toEqual({
    day: '2024-10-24',
    url: '/2024/10/24/',
    title: 'Thursday, 24 October 2024',
  })
  expect(urlsOf(front().cards)).toEqual([
    '/world/2024/10/24/flash/',
    '/world/2024/10/24/storm/',
    '/sport/2024/10/24/match/',
  ])
})

test('a thin day is filled up to eight headlines with the newest earlier ones', () => {
  expect(urlsOf(front().earlier)).toEqual([5, 4, 3, 2, 1].map(day => `/world/2024/10/0${day}/old-${day}/`))
  expect(front().briefs).toEqual([])
})

test('below them stand the newest of each section that the front does not show yet', () => {
  const more = Object.assign(
    {},
    ...[11, 12, 13].map(hour => storyAt(`2024-10-24T${hour}:00:00+05:30`, `at-${hour}`)),
  )
  const september = storyAt('2024-09-01T08:00:00+05:30', 'september')
  const { earlier, briefs } = front('2025-01-01T00:00:00Z', { ...files, ...more, ...september })
  expect(urlsOf(earlier)).toEqual(['/world/2024/10/05/old-5/', '/world/2024/10/04/old-4/'])
  expect(briefs.map((section: { name: string }) => section.name)).toEqual(['World'])
  expect(urlsOf(briefs[0].cards)).toEqual([
    '/world/2024/10/03/old-3/',
    '/world/2024/10/02/old-2/',
    '/world/2024/10/01/old-1/',
    '/world/2024/09/01/september/',
  ])
})

test('a section without a live story is not on the front', () => {
  expect(JSON.stringify(front().briefs)).not.toContain('/nation/')
})

test('the day of a story that is still held is not the latest', () => {
  expect(front('2024-10-10T00:00:00Z').bulletin.day).toBe('2024-10-05')
})

test('the front of a newsroom without stories stands all the same', () => {
  expect(front('2025-01-01T00:00:00Z', {})).toMatchObject({
    bulletin: null,
    cards: [],
    breaking: null,
    briefs: [],
  })
})

describe('the breaking banner', () => {
  test.each([
    ['before the story', '2024-10-24T01:29:59Z', null],
    ['from its first second', '2024-10-24T01:30:00Z', '/world/2024/10/24/flash/'],
    ['to the end of six hours', '2024-10-24T07:29:59Z', '/world/2024/10/24/flash/'],
    ['not a second longer', '2024-10-24T07:30:00Z', null],
  ])('%s', (_when, now, url) => expect(front(now).breaking?.url ?? null).toBe(url))

  test('is the newest of two', () => {
    const two = { ...files, ...storyAt('2024-10-24T09:00:00+05:30', 'newer', { urgency: '1' }) }
    expect(front('2024-10-24T05:00:00Z', two).breaking.url).toBe('/world/2024/10/24/newer/')
  })
})

test('the front changes by itself when the story of its banner is breaking news no more', () => {
  const nextChange = (now: string) => siteFront.nextChange(contextOf(newsroomOf(files), at(now)))
  expect(nextChange('2024-10-24T08:00:00+05:30')).toBe(at('2024-10-24T13:00:00+05:30'))
  expect(nextChange('2024-10-24T13:00:00+05:30')).toBeNull()
})

test('a newsroom says for how many hours breaking news is breaking', () => {
  const site = `${siteData['_data/site.yaml']}breakingHours: 1.5\n`
  const short = { ...files, '_data/site.yaml': site }
  expect(front('2024-10-24T08:29:59+05:30', short).breaking).toMatchObject({ title: 'About flash' })
  expect(front('2024-10-24T08:30:00+05:30', short).breaking).toBeNull()
})
