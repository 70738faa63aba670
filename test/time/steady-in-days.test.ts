import { expect, test } from 'vitest'
import { steadyInDays } from '../../src/time/steady-in-days.ts'
import { at } from '../rig/small-newsroom.ts'

const change = at('2024-10-27T01:00:00Z')

const summerUntil = (instant: number) => {
  const asked: number[] = []
  const season = steadyInDays(some => {
    asked.push(some)
    return some < instant ? 'summer' : 'winter'
  })
  return { asked, season }
}

test('within a day of no change, all instants have one answer that was asked for twice', () => {
  const { asked, season } = summerUntil(change)
  for (const time of ['00:00:00', '09:30:00', '23:59:59'])
    expect(season(at(`2024-10-24T${time}Z`))).toBe('summer')
  expect(asked).toEqual([at('2024-10-24T00:00:00Z'), at('2024-10-25T00:00:00Z')])
})

test('on the day of a change, each instant has its own answer', () => {
  const { season } = summerUntil(change)
  expect(season(at('2024-10-27T00:59:59Z'))).toBe('summer')
  expect(season(change)).toBe('winter')
  expect(season(at('2024-10-27T23:59:59Z'))).toBe('winter')
  expect(season(at('2024-10-28T00:00:00Z'))).toBe('winter')
})

test('a change at midnight belongs to the day that begins', () => {
  const { season } = summerUntil(at('2024-10-27T00:00:00Z'))
  expect(season(at('2024-10-26T23:59:59Z'))).toBe('summer')
  expect(season(at('2024-10-27T00:00:00Z'))).toBe('winter')
})

test('before 1970 days are days too', () => {
  const { season } = summerUntil(at('1916-10-01T01:00:00Z'))
  expect(season(at('1916-10-01T00:59:59Z'))).toBe('summer')
  expect(season(at('1916-10-01T01:00:00Z'))).toBe('winter')
})
