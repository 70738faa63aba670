import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherSeasonOf } from '../../src/time/other-season.ts'
import { rfc3339 } from '../../src/time/wire-time.ts'
import { anyInstant, zones } from '../rig/zones.ts'

const berlin = 'Europe/Berlin'

describe('Summer time in winter and winter time in summer are slips', () => {
  test.each([
    ['2024-07-01T09:30:00+01:00', berlin, '+02:00', '2024-07-01T09:30:00+02:00', '2024-07-01T10:30:00+02:00'],
    ['2024-12-01T09:30:00+02:00', berlin, '+01:00', '2024-12-01T09:30:00+01:00', '2024-12-01T08:30:00+01:00'],
    [
      '2024-07-01T09:30:00+00:00',
      'Europe/London',
      '+01:00',
      '2024-07-01T09:30:00+01:00',
      '2024-07-01T10:30:00+01:00',
    ],
    [
      '2024-01-01T09:30:00-04:00',
      'America/New_York',
      '-05:00',
      '2024-01-01T09:30:00-05:00',
      '2024-01-01T08:30:00-05:00',
    ],
    // The last hour of winter, typed with summer time; and an hour that the clocks leave out.
    ['2024-03-31T01:30:00+02:00', berlin, '+01:00', '2024-03-31T01:30:00+01:00', '2024-03-31T00:30:00+01:00'],
    ['2024-03-31T02:30:00+01:00', berlin, '+02:00', '2024-03-31T03:30:00+02:00', '2024-03-31T03:30:00+02:00'],
  ])('%s in %s', (written, zone, right, sameReading, sameInstant) =>
    expect(otherSeasonOf(written, zone)).toEqual({ right, sameReading, sameInstant }),
  )
})

describe('Another offset may be meant', () => {
  test.each([
    ['of a zone abroad', '2024-07-01T09:30:00+09:00', berlin],
    ['of UTC, by its letter', '2024-07-01T09:30:00Z', 'Europe/London'],
    ['where the clocks never change', '2024-07-01T09:30:00+06:30', 'Asia/Kolkata'],
    ['long ago, when the zone had it', '2024-07-01T09:30:00+03:00', berlin],
    ['either of the two in the hour that comes twice', '2024-10-27T02:30:00+01:00', berlin],
    ['either of the two in the hour that comes twice', '2024-10-27T02:30:00+02:00', berlin],
    ['of what is no time', 'yesterday', berlin],
  ])('%s', (_what, written, zone) => expect(otherSeasonOf(written, zone)).toBeNull())
})

test('what Dateline itself writes is right in every zone', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
      expect(otherSeasonOf(rfc3339(instant, zone), zone)).toBeNull()
    }),
  )
})
