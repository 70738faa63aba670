import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { spansOfMonths } from '../../src/search/month-spans.ts'

const summariesOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([month, count]) => ({ month, count, lastChange: 0 as Instant }))
    .sort((one, other) => (one.month < other.month ? 1 : -1))

const spansOf = (counts: Readonly<Record<string, number>>) =>
  spansOfMonths(summariesOf(counts)).map(({ name, months, stories }) => [name, months.join(' '), stories])

describe('The search index has', () => {
  test('nothing before the first story', () => {
    expect(spansOf({})).toEqual([])
  })

  test('one bundle for each year, the newest first', () => {
    expect(spansOf({ '2022-12': 3, '2023-01': 40, '2023-05': 2, '2024-02': 7 })).toEqual([
      ['2024', '2024-02', 7],
      ['2023', '2023-01 2023-05', 42],
      ['2022', '2022-12', 3],
    ])
  })

  test('the month under way apart once its year has many stories, and back in its year when that is over', () => {
    const counts = { '2024-08': 400, '2024-09': 500, '2024-10': 101 }
    expect(spansOf(counts)).toEqual([
      ['2024-10', '2024-10', 101],
      ['2024', '2024-08 2024-09', 900],
    ])
    expect(spansOf({ ...counts, '2025-01': 1 })).toEqual([
      ['2025', '2025-01', 1],
      ['2024', '2024-08 2024-09 2024-10', 1001],
    ])
  })

  test('large years in parts that each begin with a month', () => {
    const counts = { '2023-01': 2000, '2023-02': 2500, '2023-03': 1000, '2023-04': 6000, '2024-01': 1 }
    expect(spansOf(counts)).toEqual([
      ['2024', '2024-01', 1],
      ['2023-04', '2023-04', 6000],
      ['2023-03', '2023-03', 1000],
      ['2023', '2023-01 2023-02', 4500],
    ])
  })
})

const someMonths = fc.dictionary(
  fc
    .integer({ min: 0, max: 47 })
    .map(at => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`),
  fc.integer({ min: 1, max: 6000 }),
)

test('each month stands in one bundle, and each bundle in one year, under a name of its own', () => {
  fc.assert(
    fc.property(someMonths, counts => {
      const spans = spansOfMonths(summariesOf(counts))
      expect(spans.flatMap(({ months }) => months.toReversed())).toEqual(Object.keys(counts).sort().reverse())
      expect(new Set(spans.map(({ name }) => name)).size).toBe(spans.length)
      for (const { name, months, stories } of spans) {
        expect(months.every(month => month.startsWith(name.slice(0, 4)))).toBe(true)
        expect(months.length === 1 || stories <= 5_000).toBe(true)
      }
    }),
  )
})

test('one more month leaves what is over as it is', () => {
  fc.assert(
    fc.property(someMonths, fc.integer({ min: 1, max: 6000 }), (counts, count) => {
      const before = spansOfMonths(summariesOf(counts))
      const after = spansOfMonths(summariesOf({ ...counts, '2025-01': count }))
      const newest = before[0]?.name.slice(0, 4)
      const closed = (spans: typeof before) =>
        spans.filter(({ name }) => !name.startsWith(newest ?? '') && !name.startsWith('2025'))
      expect(closed(after)).toEqual(closed(before))
    }),
  )
})
