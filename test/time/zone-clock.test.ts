import { expect, test } from 'vitest'
import { clockOf, readingAt } from '../../src/time/zone-clock.ts'
import { at } from '../rig/small-newsroom.ts'

test.each([
  ['UTC', '2024-10-24T04:00:00Z', 0],
  ['Asia/Kolkata', '2024-10-24T04:00:00Z', 330],
  ['Asia/Kathmandu', '2024-10-24T04:00:00Z', 345],
  ['America/St_Johns', '2024-10-24T04:00:00Z', -150],
  ['Europe/Berlin', '2024-10-27T00:59:59Z', 120],
  ['Europe/Berlin', '2024-10-27T01:00:00Z', 60],
  ['Australia/Lord_Howe', '2024-04-06T14:59:59Z', 660],
  ['Australia/Lord_Howe', '2024-04-06T15:00:00Z', 630],
  ['Pacific/Apia', '2011-12-30T09:59:59Z', -600],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', 840],
])('the clocks of %s at %s are %d minutes from UTC', (zone, instant, offset) => {
  expect(clockOf(zone).offsetAt(at(instant))).toBe(offset)
})

test('only UTC itself is UTC, not a zone that shows the same', () => {
  expect(clockOf('UTC').isUtc).toBe(true)
  expect(clockOf('Europe/London').isUtc).toBe(false)
  expect(clockOf('Africa/Abidjan').isUtc).toBe(false)
})

test('a zone that there is not stops the build', () => {
  expect(() => clockOf('Asia/Atlantis')).toThrow('there is no time zone “Asia/Atlantis”')
})

test('a clock of before the zones shows its seconds', () => {
  const instant = at('1850-01-01T00:00:00Z')
  const reading = readingAt(instant, clockOf('Asia/Kolkata').offsetAt(instant))
  expect(reading.toISOString()).toBe('1850-01-01T05:53:28.000Z')
})

test.each([Number.NaN, 9e15, Number.POSITIVE_INFINITY, undefined, null, '1729740600000'])(
  '%s is no instant',
  value => expect(() => readingAt(value as never, 330)).toThrow('it is not a time'),
)
