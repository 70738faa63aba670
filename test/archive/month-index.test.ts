import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMonthIndex, monthsBeside } from '../../src/archive/month-index.ts'

const days = ['2024-12-31', '2024-12-01', '2024-10-24', '2024-10-24', '2023-10-05']
const indexOf = (all: readonly string[]) => {
  const inMonth = (month: string) => all.filter(day => day.startsWith(month))
  return createMonthIndex([...new Set(all.map(day => day.slice(0, 7)))], inMonth)
}
const index = indexOf(days)

test('the newest come first, and no more than there are', () => {
  expect(index.newest(2)).toEqual(['2024-12-31', '2024-12-01'])
  expect(index.newest(99)).toEqual(days)
  expect(index.newest(0)).toEqual([])
})

test('only the months that hold the newest are read', () => {
  const read: string[] = []
  const { newest } = createMonthIndex(index.months, month => {
    read.push(month)
    return index.inMonth(month)
  })
  expect(newest(3)).toEqual(['2024-12-31', '2024-12-01', '2024-10-24'])
  expect(read).toEqual(['2024-12', '2024-10'])
})

test('a month has what is of it, in the same order', () => {
  expect(index.inMonth('2024-12')).toEqual(['2024-12-31', '2024-12-01'])
  expect(index.inMonth('2024-10')).toHaveLength(2)
  expect(index.inMonth('2024-11')).toEqual([])
})

test('the months that have something stand newest first', () =>
  expect(index.months).toEqual(['2024-12', '2024-10', '2023-10']))

test.each([
  ['2024-12', '2024-10', null],
  ['2024-10', '2023-10', '2024-12'],
  ['2023-10', null, '2024-10'],
  ['2024-11', '2024-10', '2024-12'],
  ['2025-01', '2024-12', null],
  ['2020-01', null, '2023-10'],
])('beside %s stand %s and %s, whether or not it has something itself', (month, older, newer) => {
  expect(monthsBeside(index.months, month)).toEqual({ older, newer })
})

const someDays = fc
  .array(
    fc.tuple(
      fc.integer({ min: 2020, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    ),
  )
  .map(all =>
    all
      .map(([year, month, day]) =>
        [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
      )
      .sort()
      .reverse(),
  )

test('the months together hold everything, once', () => {
  const property = fc.property(someDays, some => {
    const { months, inMonth } = indexOf(some)
    expect(months.flatMap(inMonth)).toEqual(some)
  })
  fc.assert(property)
})

test('to go to the older month and back again leads nowhere else', () => {
  const property = fc.property(someDays, some => {
    const { months } = indexOf(some)
    for (const month of months) {
      const { older } = monthsBeside(months, month)
      if (older !== null) expect(monthsBeside(months, older).newer).toBe(month)
    }
  })
  fc.assert(property)
})
