import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editors, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { asOf, breakingUntil, isShown, nextDue, releaseOf, stateAt } from '../../src/domain/lifecycle.ts'
import { modifiedAt, type Story } from '../../src/domain/story.ts'
import { at, storyOf } from '../rig/small-newsroom.ts'

const sound = storyOf()
const story = (changes: Partial<Story> = {}): Story => ({
  ...sound,
  date: at('2024-10-24T04:00:00Z'),
  ...changes,
})
const withdrawnAt = (text: string) => ({ date: at(text), reason: 'It was not so.' })
const justBefore = (instant: Instant) => (instant - 1000) as Instant

describe('what readers may see', () => {
  test.each([
    ['a story before its date', {}, '2024-10-24T03:59:59Z', 'held'],
    ['a story at its date', {}, '2024-10-24T04:00:00Z', 'live'],
    ['a draft, long after its date', { draft: true }, '2030-01-01T00:00:00Z', 'draft'],
    ['a story before its embargo', { embargo: at('2024-10-25T00:00:00Z') }, '2024-10-24T23:59:59Z', 'held'],
    ['a story at its embargo', { embargo: at('2024-10-25T00:00:00Z') }, '2024-10-25T00:00:00Z', 'live'],
    [
      'a story whose embargo ends before its date',
      { embargo: at('2024-10-23T00:00:00Z') },
      '2024-10-23T12:00:00Z',
      'held',
    ],
    [
      'a story before its withdrawal',
      { withdrawn: withdrawnAt('2024-11-01T00:00:00Z') },
      '2024-10-31T23:59:59Z',
      'live',
    ],
    [
      'a story at its withdrawal',
      { withdrawn: withdrawnAt('2024-11-01T00:00:00Z') },
      '2024-11-01T00:00:00Z',
      'withdrawn',
    ],
    [
      'a story withdrawn while it was held',
      { embargo: at('2024-12-01T00:00:00Z'), withdrawn: withdrawnAt('2024-11-01T00:00:00Z') },
      '2024-11-15T00:00:00Z',
      'held',
    ],
    [
      'a draft that is withdrawn',
      { draft: true, withdrawn: withdrawnAt('2024-11-01T00:00:00Z') },
      '2024-11-15T00:00:00Z',
      'draft',
    ],
  ])('%s', (_what, changes, now, state) => expect(stateAt(story(changes), at(now))).toBe(state))

  test.each([
    ['live', true, true],
    ['held', false, true],
    ['draft', false, true],
    ['withdrawn', false, false],
  ] as const)('a story that is %s: to readers %s, to editors %s', (state, toReaders, toEditors) => {
    expect(isShown(state, readers)).toBe(toReaders)
    expect(isShown(state, editors)).toBe(toEditors)
  })
})

test('a story is released at the later of date and embargo', () => {
  expect(releaseOf(story())).toBe(at('2024-10-24T04:00:00Z'))
  expect(releaseOf(story({ embargo: at('2024-10-23T00:00:00Z') }))).toBe(at('2024-10-24T04:00:00Z'))
  expect(releaseOf(story({ embargo: at('2024-10-25T00:00:00Z') }))).toBe(at('2024-10-25T00:00:00Z'))
})

test('an update, a correction or a withdrawal dated later has not happened yet', () => {
  const noon = at('2024-10-24T12:00:00Z')
  const first = { date: at('2024-10-24T10:00:00Z'), text: 'first' }
  const second = { date: at('2024-10-24T14:00:00Z'), text: 'second' }
  const full = story({
    updated: second.date,
    corrections: [first, second],
    withdrawn: withdrawnAt('2024-11-01T00:00:00Z'),
  })
  expect(asOf(full, noon)).toMatchObject({ updated: null, corrections: [first], withdrawn: null })
  expect(asOf(full, second.date)).toMatchObject({ updated: second.date, corrections: [first, second] })
  expect(asOf(full, at('2024-11-01T00:00:00Z'))).toEqual(full)
})

const entryAt = (text: string, ...files: string[]) => ({
  at: at(text),
  headline: 'A',
  text: 'a',
  words: 7,
  files,
  ...{ shows: files, bytes: 1, digest: '', ids: [] },
})

describe('a live blog', () => {
  const picture = (file: string) => ({
    src: file,
    file,
    digest: file,
    width: 1,
    height: 1,
    bytes: 1,
    isOpaque: false,
    pixels: null,
  })
  const noon = entryAt('2024-10-24T12:00:00Z', 'noon.png')
  const evening = entryAt('2024-10-24T18:00:00Z', 'evening.png')
  const blog = story({
    live: { until: at('2024-10-24T20:00:00Z'), isOn: true },
    entries: [evening, noon],
    pictures: [picture('first.png'), picture('noon.png'), picture('evening.png')],
    words: 20,
  })

  test('shows no entry before its time, nor what only such an entry shows', () => {
    const known = asOf(blog, noon.at)
    expect(known.entries).toEqual([noon])
    expect(known.pictures.map(({ file }) => file)).toEqual(['first.png', 'noon.png'])
    expect(asOf(blog, justBefore(noon.at))).toMatchObject({ entries: [], pictures: [picture('first.png')] })
    expect(asOf(blog, evening.at)).toBe(blog)
  })

  test('is as long as what it has said', () => {
    expect([asOf(blog, justBefore(noon.at)), asOf(blog, noon.at), blog].map(({ words }) => words)).toEqual([
      6, 13, 20,
    ])
  })

  test('last said something new in its newest entry', () => {
    expect(modifiedAt(asOf(blog, noon.at))).toBe(noon.at)
    expect(modifiedAt(blog)).toBe(evening.at)
  })

  test('goes on until its end', () => {
    expect(asOf(blog, justBefore(at('2024-10-24T20:00:00Z'))).live?.isOn).toBe(true)
    expect(asOf(blog, at('2024-10-24T20:00:00Z')).live?.isOn).toBe(false)
    const endless = story({ live: { until: null, isOn: true } })
    expect(asOf(endless, at('2030-01-01T00:00:00Z')).live?.isOn).toBe(true)
  })

  test.each([
    ['2024-10-24T04:00:00Z', '2024-10-24T12:00:00Z'],
    ['2024-10-24T12:00:00Z', '2024-10-24T18:00:00Z'],
    ['2024-10-24T18:00:00Z', '2024-10-24T20:00:00Z'],
    ['2024-10-24T20:00:00Z', null],
  ])('after %s it next changes at %s', (now, due) =>
    expect(nextDue(blog, at(now), readers)).toBe(due && at(due)),
  )
})

test.each([
  [1, '2024-10-24T10:00:00Z'],
  [2, '2024-10-24T10:00:00Z'],
])('a story of urgency %d is breaking news for six hours', (urgency, end) => {
  expect(breakingUntil(story({ urgency }), 6)).toBe(at(end))
})

test('an embargoed flash is breaking news for as long from its release', () => {
  expect(breakingUntil(story({ urgency: 1, embargo: at('2024-10-25T00:00:00Z') }), 6)).toBe(
    at('2024-10-25T06:00:00Z'),
  )
})

test('the banner comes down at a whole second, as builds are for whole seconds', () => {
  expect(breakingUntil(story({ urgency: 1 }), 0.3333)).toBe(at('2024-10-24T04:20:00Z'))
  expect(breakingUntil(story({ urgency: 1 }), 1e-9)).toBe(at('2024-10-24T04:00:01Z'))
})

test('no other story is breaking news', () => expect(breakingUntil(story({ urgency: 3 }), 6)).toBeNull())

describe('the next instant at which a story changes by itself', () => {
  const full = story({
    urgency: 1,
    updated: at('2024-10-24T12:00:00Z'),
    corrections: [{ date: at('2024-10-24T14:00:00Z'), text: 'wrong' }],
    withdrawn: withdrawnAt('2024-11-01T00:00:00Z'),
  })
  test.each([
    ['its release', '2024-10-20T00:00:00Z', '2024-10-24T04:00:00Z'],
    ['its update', '2024-10-24T04:00:00Z', '2024-10-24T12:00:00Z'],
    ['its correction', '2024-10-24T12:00:00Z', '2024-10-24T14:00:00Z'],
    ['its withdrawal', '2024-10-24T14:00:00Z', '2024-11-01T00:00:00Z'],
  ])('%s', (_what, now, due) => expect(nextDue(full, at(now), readers)).toBe(at(due)))

  test('there is none after the last, and none in a draft', () => {
    expect(nextDue(full, at('2024-11-01T00:00:00Z'), readers)).toBeNull()
    expect(nextDue({ ...full, draft: true }, at('2024-10-20T00:00:00Z'), readers)).toBeNull()
  })

  test('editors, who see drafts, see them change too', () => {
    const draft = { ...full, draft: true }
    expect(nextDue(draft, at('2024-10-24T12:00:00Z'), editors)).toBe(at('2024-10-24T14:00:00Z'))
  })
})

test('between now and the next due instant nothing changes', () => {
  const instant = fc
    .integer({ min: 0, max: 5_000 })
    .map(minutes => (at('2024-10-24T00:00:00Z') + minutes * 60_000) as Instant)
  const maybe = fc.option(instant)
  const property = fc.property(
    fc.record({ date: instant, embargo: maybe, updated: maybe, urgency: fc.integer({ min: 1, max: 4 }) }),
    maybe,
    fc.array(instant, { maxLength: 3 }),
    fc.array(instant, { maxLength: 3 }),
    maybe,
    instant,
    ({ ...fields }, withdrawn, corrections, entries, until, now) => {
      const some = story({
        ...fields,
        live: { until, isOn: true },
        entries: entries.map(moment => ({ ...entryAt('2024-10-24T12:00:00Z'), at: moment })),
        withdrawn: withdrawn === null ? null : { date: withdrawn, reason: 'wrong' },
        corrections: corrections.map(date => ({ date, text: 'wrong' })),
      })
      const shown = (moment: Instant) => {
        const state = stateAt(some, moment)
        return state === 'held' ? state : [state, asOf(some, moment)]
      }
      const due = nextDue(some, now, readers)
      expect(shown(due === null ? at('2100-01-01T00:00:00Z') : justBefore(due))).toEqual(shown(now))
    },
  )
  fc.assert(property, { numRuns: 500 })
})
