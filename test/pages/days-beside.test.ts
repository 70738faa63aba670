import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBeside } from '../../src/pages/days-beside.ts'
import { contextOf, newsroomOf, storyAt } from '../rig/small-newsroom.ts'

const archiveOf = (days: readonly string[]) =>
  contextOf(newsroomOf(Object.assign({}, ...days.map(day => storyAt(`${day}T08:00:00+05:30`, 'story')))))
    .archive

const days = ['2023-01-05', '2024-09-30', '2024-10-01', '2024-10-24', '2024-10-31']
test.each([
  ['2024-10-24', '2024-10-01', '2024-10-31'],
  ['2024-10-01', '2024-09-30', '2024-10-24'],
  ['2024-09-30', '2023-01-05', '2024-10-01'],
  ['2023-01-05', null, '2024-09-30'],
  ['2024-10-31', '2024-10-24', null],
  ['2024-10-15', '2024-10-01', '2024-10-24'],
  ['2024-01-01', '2023-01-05', '2024-09-30'],
  ['2025-01-01', '2024-10-31', null],
  ['2020-01-01', null, '2023-01-05'],
])('beside %s stand %s and %s, whether or not it has stories itself', (day, older, newer) => {
  expect(daysBeside(day, archiveOf(days))).toEqual({ older, newer })
})

test('the days beside are the nearest of all', () => {
  const day = fc
    .integer({ min: 0, max: 90 })
    .map(number => new Date(Date.UTC(2024, 8, 1 + number)).toISOString().slice(0, 10))
  const property = fc.property(fc.uniqueArray(day, { maxLength: 8 }), day, (some, here) => {
    const sorted = some.toSorted()
    expect(daysBeside(here, archiveOf(some))).toEqual({
      older: sorted.findLast(other => other < here) ?? null,
      newer: sorted.find(other => other > here) ?? null,
    })
  })
  fc.assert(property, { numRuns: 60 })
})
