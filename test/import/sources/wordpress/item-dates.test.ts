import { expect, it } from 'vitest'
import { datesOfItem } from '../../../../src/import/sources/wordpress/item-dates.ts'

const never = '0000-00-00 00:00:00'

it.each([
  ['2019-06-04 09:00:00', '2019-06-04 13:00:00', '', '2019-06-04T09:00:00-04:00'],
  ['2019-06-04 09:00:00', '2019-06-04 03:30:00', '', '2019-06-04T09:00:00+05:30'],
  // A draft has no time in UTC.
  ['2019-06-04 09:00:00', never, 'Wed, 30 Nov -0001 00:00:00 +0000', '2019-06-04T09:00:00'],
  [never, never, 'Tue, 04 Jun 2019 13:00:00 +0000', 'Tue, 04 Jun 2019 13:00:00 +0000'],
  [never, never, 'Wed, 30 Nov -0001 00:00:00 +0000', '2019-06-05T10:00:00Z'],
  ['', '2019-06-04 13:00:00', '', '2019-06-04T13:00:00Z'],
  // No clock has such an offset.
  ['2019-06-04 09:00:00', '2019-06-01 13:00:00', '', '2019-06-01T13:00:00Z'],
  ['2019-06-04 09:07:00', '2019-06-04 13:00:00', '', '2019-06-04T13:00:00Z'],
])('a date of %s, in UTC %s, in the feed “%s”', (date, dateGmt, pubDate, expected) => {
  const changed = { modified: '2019-06-05 10:00:00', modifiedGmt: '2019-06-05 10:00:00' }
  const found = datesOfItem({ date, dateGmt, pubDate, ...changed })
  expect(found.date?.replace('+00:00', 'Z')).toBe(expected)
})
