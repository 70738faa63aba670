import { expect, test } from 'vitest'
import { siteData } from '../../rig/site-data.ts'
import { at, dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', {
    updated: '2024-10-26T08:00:00+05:30',
    corrections:
      '[{ date: 2024-10-24T09:00:00+05:30, text: One. }, { date: 2024-10-26T09:00:00+05:30, text: Two. }]',
  }),
  ...storyAt('2024-10-22T08:00:00+05:30', 'calm'),
  ...storyAt('2024-10-21T08:00:00+05:30', 'embargoed', { embargo: '2024-10-24T08:30:00+05:30' }),
  ...storyAt('2024-10-20T08:00:00+05:30', 'gone', {
    updated: '2024-10-21T08:00:00+05:30',
    withdrawn: '{ date: 2024-10-26T10:00:00+05:30, reason: no }',
  }),
  ...storyAt('2024-10-19T08:00:00+05:30', 'draft', { draft: 'true' }),
  ...storyAt('2024-10-18T08:00:00+05:30', 'held', { embargo: '2035-01-01T00:00:00Z' }),
}
const plan = planOf(files)
const day = (url: string) => dataAt(plan, url)
const eventsOf = (url: string) =>
  day(url).events.map(({ type, url: of }: { type: string; url: string }) => [type, of])

test('a day tells what happened on it, the last thing first', () => {
  const storm = '/world/2024/10/24/storm/'
  expect(eventsOf('/changes/2024/10/24.json')).toEqual([
    ['corrected', storm],
    ['added', '/world/2024/10/21/embargoed/'],
    ['added', storm],
  ])
  expect(eventsOf('/changes/2024/10/26.json')).toEqual([
    ['withdrawn', '/world/2024/10/20/gone/'],
    ['corrected', storm],
    ['updated', storm],
  ])
})

test('each says when, of which story, and where its data stand', () => {
  expect(day('/changes/2024/10/22.json').events).toEqual([
    {
      at: at('2024-10-22T02:30:00Z'),
      type: 'added',
      id: 'tag:bulletin.example,2024-10-22:calm',
      url: '/world/2024/10/22/calm/',
      data: '/world/2024/10/22/calm/index.json',
      title: 'About calm',
    },
  ])
})

test('of a withdrawn story it says nothing but that', () => {
  const all = plan.pages.filter(({ kind }) => kind === 'changes-day')
  const ofGone = all
    .flatMap(({ data }) => data.events as { url: string }[])
    .filter(({ url }) => url.includes('gone'))
  expect(ofGone).toMatchObject([{ type: 'withdrawn', title: null }])
  expect(JSON.stringify(all)).not.toMatch(/draft|held/)
})

test('days lead to the ones before them, and the index to all', () => {
  const days = ['26', '24', '22'].map(each => `/changes/2024/10/${each}.json`)
  expect(urlsOf(day('/changes/index.json').days)).toEqual(days)
  expect(days.map(url => day(url).older)).toEqual([days[1], days[2], null])
})

test('the index names a month of days; older ones are reached from the last', () => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 40 }, (_, index) => {
      const date = new Date(Date.UTC(2024, 8, 1 + index, 6)).toISOString().slice(0, 10)
      return storyAt(`${date}T08:00:00+05:30`, `story-${index}`)
    }),
  )
  const large = planOf(many)
  const { days } = dataAt(large, '/changes/index.json')
  expect(days).toHaveLength(31)
  let count = 31
  for (let older = dataAt(large, days.at(-1).url).older; older !== null; older = dataAt(large, older).older)
    count += 1
  expect(count).toBe(40)
})

test('a newsroom that publishes no data tells of no changes either', () => {
  const kinds = planOf({
    ...files,
    '_data/site.yaml': `${siteData['_data/site.yaml']}ninjs: false\n`,
  }).pages.map(({ kind }) => kind)
  for (const kind of ['changes-day', 'changes-index', 'story-data']) expect(kinds).not.toContain(kind)
})
