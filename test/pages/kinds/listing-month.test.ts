import { expect, test } from 'vitest'
import { dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { tags: '[weather]' }),
  ...storyAt('2024-10-24T20:00:00+05:30', 'calm'),
  ...storyAt('2024-10-02T08:00:00+05:30', 'rain', { tags: '[weather]' }),
  ...storyAt('2024-08-02T08:00:00+05:30', 'heat'),
  ...storyAt('2024-12-02T08:00:00+05:30', 'snow', { tags: '[weather]' }),
  ...storyAt('2024-10-25T08:00:00+05:30', 'match', { section: 'sport' }),
}
const plan = planOf(files)
const days = (url: string) =>
  dataAt(plan, url).listing.days.map((day: { url: string; cards: { url: string }[] }) => [
    day.url,
    urlsOf(day.cards),
  ])

test('a section’s month has its days, newest first, and nothing of other sections', () => {
  expect(days('/world/2024/10/')).toEqual([
    ['/2024/10/24/', ['/world/2024/10/24/calm/', '/world/2024/10/24/storm/']],
    ['/2024/10/02/', ['/world/2024/10/02/rain/']],
  ])
})

test('a topic’s month has what bears the tag', () => {
  expect(days('/topics/weather/2024/10/').flatMap((day: [string, string[]]) => day[1])).toEqual([
    '/world/2024/10/24/storm/',
    '/world/2024/10/02/rain/',
  ])
})

test('a month leads to the months of its listing that have stories', () => {
  expect(dataAt(plan, '/world/2024/10/').listing).toMatchObject({
    older: { name: 'August 2024', url: '/world/2024/08/' },
    newer: { name: 'December 2024', url: '/world/2024/12/' },
  })
  expect(dataAt(plan, '/topics/weather/2024/10/').listing).toMatchObject({
    older: null,
    newer: { url: '/topics/weather/2024/12/' },
  })
  expect(dataAt(plan, '/sport/2024/10/').listing).toMatchObject({ older: null, newer: null })
})

test('a month without stories has no page', () => expect(urlsOf(plan.pages)).not.toContain('/world/2024/11/'))

test('a month that is over does not change when a story is published today', () => {
  const after = planOf({ ...files, ...storyAt('2024-12-24T08:00:00+05:30', 'frost') })
  expect(dataAt(after, '/world/2024/10/')).toEqual(dataAt(plan, '/world/2024/10/'))
})

test('the month of the whole site names the first headlines of a day in the bulletin’s order', () => {
  const many = Object.assign(
    {},
    ...['a', 'b', 'c', 'd'].map((slug, hour) => storyAt(`2024-10-24T0${hour}:00:00+05:30`, slug)),
  )
  const month = dataAt(
    planOf({ ...files, ...many, ...storyAt('2024-10-24T01:30:00+05:30', 'flash', { urgency: '1' }) }),
    '/2024/10/',
  )
  expect(month.days[1]).toMatchObject({ url: '/2024/10/24/', count: 7 })
  expect(urlsOf(month.days[1].headlines)).toEqual([
    '/world/2024/10/24/flash/',
    '/world/2024/10/24/calm/',
    '/world/2024/10/24/storm/',
  ])
  expect(month).toMatchObject({ older: { url: '/2024/08/' }, newer: { url: '/2024/12/' } })
})

test('a month of more than 200 stories shows the newest of each day, and where the others are', () => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 201 }, (_, index) => {
      const minute = String(index % 60).padStart(2, '0')
      const [day, hour] = [index % 2 === 0 ? '24' : '25', String(10 + Math.floor(index / 60))]
      return storyAt(`2024-10-${day}T${hour}:${minute}:00+05:30`, `story-${index}`)
    }),
  )
  const { days } = dataAt(planOf(many), '/world/2024/10/').listing
  expect(days.map((day: { isCut: boolean; cards: unknown[] }) => [day.cards.length, day.isCut])).toEqual([
    [100, false],
    [100, true],
  ])
  expect(days[1].cards[0].url).toContain('story-200')
})
