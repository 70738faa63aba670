import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Instant } from '../../src/domain/instant.ts'
import { type FrontStory, frontDayAt, orderFront } from '../../src/front/front-order.ts'
import { instantOfHour } from '../../src/time/instant-of-hour.ts'
import { dayOf } from '../../src/time/wire-time.ts'
import { at } from '../rig/small-newsroom.ts'

const zone = 'Asia/Kolkata'
const takeover = { stories: 4, hourOf: (day: Day) => instantOfHour(day, '06:00', zone) }

const storyAt = (date: string, urgency = 5, file = date): FrontStory => ({
  ...{ file, urgency, date: at(date) },
  day: dayOf(at(date), zone),
})
const files = (stories: readonly FrontStory[]) => stories.map(({ file }) => file)

describe('a new day takes the front over', () => {
  const evening = { day: '2024-10-23', count: 12 }
  const dayAt = (now: string, count: number) =>
    frontDayAt([{ day: '2024-10-24', count }, evening], at(now), takeover)

  test.each([
    ['not by one brief at three past midnight', '2024-10-24T00:03:00+05:30', 1, '2024-10-23'],
    ['not by three', '2024-10-24T04:00:00+05:30', 3, '2024-10-23'],
    ['by four stories, at whatever hour', '2024-10-24T04:00:00+05:30', 4, '2024-10-24'],
    ['not a second before six', '2024-10-24T05:59:59+05:30', 1, '2024-10-23'],
    ['at six with one story', '2024-10-24T06:00:00+05:30', 1, '2024-10-24'],
  ])('%s', (_case, now, count, day) => expect(dayAt(now, count)?.day).toBe(day))

  test('and says when it will, as long as it waits', () => {
    expect(dayAt('2024-10-24T00:03:00+05:30', 1)?.until).toBe(at('2024-10-24T06:00:00+05:30'))
    expect(dayAt('2024-10-24T06:00:00+05:30', 1)?.until).toBeNull()
  })

  test('the first day of a site has nobody to wait for', () =>
    expect(
      frontDayAt([{ day: '2024-10-24', count: 1 }], at('2024-10-24T00:03:00+05:30'), takeover)?.day,
    ).toBe('2024-10-24'))

  test('a site without stories has none', () =>
    expect(frontDayAt([], at('2024-10-24T08:00:00Z'), takeover)).toBeNull())
})

describe('the order of a front', () => {
  const order = (stories: readonly FrontStory[], day: Day, curated: readonly string[] = []) =>
    files(orderFront(stories, { day, curated, hoursPerStep: 4 }))

  test('what is urgent leads over what is newer, and fades: a step is worth four hours', () => {
    const urgent = storyAt('2024-10-24T08:00:00+05:30', 3, 'urgent')
    const later = (hour: string) => storyAt(`2024-10-24T${hour}:00+05:30`, 5, 'later')
    expect(order([urgent, later('15:59')], '2024-10-24')).toEqual(['urgent', 'later'])
    expect(order([urgent, later('16:01')], '2024-10-24')).toEqual(['later', 'urgent'])
  })

  test('the disaster of the evening leads the morning as well', () => {
    const disaster = storyAt('2024-10-23T20:00:00+05:30', 1, 'disaster')
    const morning = ['06', '07', '08'].map(hour => storyAt(`2024-10-24T${hour}:00:00+05:30`))
    expect(order([...morning, disaster], '2024-10-24')[0]).toBe('disaster')
  })

  test('until the new day has the front, the evening’s order stands and new stories join by urgency', () => {
    const evening = ['18', '19', '20'].map(hour => storyAt(`2024-10-23T${hour}:00:00+05:30`, 5, hour))
    const brief = storyAt('2024-10-24T00:03:00+05:30', 5, 'darts')
    const flash = storyAt('2024-10-24T01:00:00+05:30', 2, 'quake')
    expect(order([...evening, brief, flash], '2024-10-23')).toEqual(['quake', '20', '19', '18', 'darts'])
  })

  test('an editor’s order of the day stands', () => {
    const day = ['a', 'b', 'c'].map((file, hour) => storyAt(`2024-10-24T1${hour}:00:00+05:30`, 5, file))
    expect(order(day, '2024-10-24', ['a', 'c'])).toEqual(['a', 'c', 'b'])
    const flash = storyAt('2024-10-25T00:30:00+05:30', 1, 'flash')
    expect(order([...day, flash], '2024-10-24', ['a', 'c'])).toEqual(['flash', 'a', 'c', 'b'])
  })

  const anyStory = fc
    .record({
      file: fc.uuid(),
      urgency: fc.integer({ min: 1, max: 9 }),
      seconds: fc.integer({ min: 0, max: 4 * 86_400 }),
    })
    .map(({ file, urgency, seconds }): FrontStory => {
      const date = (at('2024-10-21T00:00:00Z') + seconds * 1000) as Instant
      return { file, urgency, date, day: dayOf(date, zone) }
    })
  const anyFront = fc.record({
    stories: fc.uniqueArray(anyStory, { selector: ({ file }) => file, maxLength: 30 }),
    day: fc.constantFrom('2024-10-22', '2024-10-23', '2024-10-24'),
    picks: fc.array(fc.nat(), { maxLength: 5 }),
  })

  test('holds each story once, keeps what an editor ordered, and does not depend on how the stories come', () =>
    fc.assert(
      fc.property(anyFront, fc.nat(), ({ stories, day, picks }, turn) => {
        const ofDay = stories.filter(story => story.day === day)
        const curated = [...new Set(picks.flatMap(pick => ofDay[pick % ofDay.length]?.file ?? []))]
        const ordered = order(stories, day, curated)
        expect(ordered.toSorted()).toEqual(files(stories).toSorted())
        expect(ordered.filter(file => curated.includes(file))).toEqual(curated)
        const at = stories.length === 0 ? 0 : turn % stories.length
        expect(order([...stories.slice(at), ...stories.slice(0, at)], day, curated)).toEqual(ordered)
      }),
    ))

  test('no story of the new day moves one of the evening behind another', () =>
    fc.assert(
      fc.property(anyFront, ({ stories, day }) => {
        const evening = stories.filter(story => story.day <= day)
        const known = new Set(files(evening))
        expect(order(stories, day).filter(file => known.has(file))).toEqual(order(evening, day))
      }),
    ))
})
