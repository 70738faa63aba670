import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { parseInstant } from '../../src/time/parse-instant.ts'
import { rfc3339 } from '../../src/time/wire-time.ts'
import { at } from '../rig/small-newsroom.ts'
import { anyInstant, zones } from '../rig/zones.ts'

const zone = 'Asia/Kolkata'
const written = (input: unknown, where = zone) => {
  const parsed = parseInstant(input, where)
  return parsed.ok ? parsed.value : null
}
const faultOf = (input: unknown, where = zone, day = '2024-10-24') => {
  const parsed = parseInstant(input, where, day)
  if (parsed.ok) throw new Error(`${input} was taken`)
  return parsed.fault
}

test.each([
  ['2204-10-24T09:30:00Z', '2024-10-24T09:30:00Z'],
  ['2204-10-24 09:30', '2024-10-24T09:30:00+05:30'],
  ['0224-10-24T09:30:00+05:30', '2024-10-24T09:30:00+05:30'],
  ['9999-10-24T09:30:00Z', null],
  ['2204-02-29T09:30:00Z', '2024-02-29T09:30:00Z'],
])('a year that is nearly that of the story is shown as that: %s', (text, right) => {
  const parsed = parseInstant(text, 'Asia/Kolkata', '2024-10-24')
  const hint = parsed.ok ? '' : parsed.fault.hint
  expect(hint).toBe(`years run from 1800 to 2199${right === null ? '' : `; did you mean ${right}?`}`)
})

describe('a time is taken', () => {
  test.each([
    ['with the site’s offset', '2024-10-24T09:30:00+05:30', '2024-10-24T04:00:00Z'],
    ['with another offset', '2024-10-23T21:00:00-07:00', '2024-10-24T04:00:00Z'],
    ['in UTC', '2024-10-24T04:00:00Z', '2024-10-24T04:00:00Z'],
    ['with an unknown offset, as RFC 3339 allows', '2024-10-24T04:00:00-00:00', '2024-10-24T04:00:00Z'],
    ['with blanks around it', '  2024-10-24T04:00:00Z\t', '2024-10-24T04:00:00Z'],
    ['with a fraction, which is dropped', '2024-10-24T04:00:00.999Z', '2024-10-24T04:00:00Z'],
    ['of before 1970, its fraction dropped too', '1969-12-31T23:59:59.9Z', '1969-12-31T23:59:59Z'],
    ['on a leap day', '2024-02-29T00:00:00+00:00', '2024-02-29T00:00:00Z'],
    ['at the eastern edge of the world', '2024-10-24T18:00:00+14:00', '2024-10-24T04:00:00Z'],
    ['at the western edge of the world', '2024-10-23T16:00:00-12:00', '2024-10-24T04:00:00Z'],
    ['in Chatham’s summer', '2024-10-24T17:45:00+13:45', '2024-10-24T04:00:00Z'],
  ])('%s', (_how, text, instant) => expect(written(text)).toBe(at(instant)))
})

describe('a time is refused, with what to write instead', () => {
  const morning = '2024-10-24T09:30:00+05:30'
  test.each([
    ['a date alone', '2024-10-24', 'date-only', `write both, such as ${morning}`],
    ['a date alone, without its zeros', '2024-1-4', 'date-only', 'such as 2024-01-04T09:30:00+05:30'],
    ['no offset', '2024-10-24T09:30:00', 'date-no-offset', `in ${zone} write ${morning}`],
    ['no offset and a blank for the T', '2024-10-24 9:30', 'date-no-offset', `in ${zone} write ${morning}`],
    ['an offset without its colon', '2024-10-24T09:30:00+0530', 'date-not-rfc3339', `write ${morning}`],
    ['no seconds', '2024-10-24T09:30+05:30', 'date-not-rfc3339', `write ${morning}`],
    ['small letters', '2024-10-24t09:30:00z', 'date-not-rfc3339', 'write 2024-10-24T09:30:00Z'],
    ['as in e-mail', 'Thu, 24 Oct 2024 09:30:00 +0530', 'date-rfc822', `write ${morning}`],
    ['half of as in e-mail', '24 Oct 2024', 'date-rfc822', `such as ${morning}`],
    ['seconds since 1970', 1_729_742_400, 'date-epoch', `if it is a Unix time, write ${morning}`],
    ['milliseconds since 1970', 1_729_742_400_000, 'date-epoch', `if it is a Unix time, write ${morning}`],
    ['the same as text', '1729742400', 'date-epoch', `if it is a Unix time, write ${morning}`],
    ['a year alone', 2024, 'date-epoch', 'write a time with its offset'],
    ['a year of two digits', '24-10-24', 'date-two-digit-year', `such as ${morning}`],
    ['a year of five digits', '12024-10-24T09:30:00Z', 'date-year-out-of-range', 'write a time'],
    ['a year before newspapers', '1799-12-31T23:59:59Z', 'date-year-out-of-range', '1800 to 2199'],
    ['a slipped digit', '2204-10-24T09:30:00Z', 'date-year-out-of-range', '1800 to 2199'],
    ['30 February', '2024-02-30T09:30:00Z', 'date-impossible-day', 'February 2024 ends on the 29th'],
    ['29 February in a common year', '2023-02-29T09:30:00Z', 'date-impossible-day', 'ends on the 28th'],
    ['day 32', '2024-10-32T09:30:00Z', 'date-impossible-day', 'October 2024 ends on the 31st'],
    ['day 0', '2024-10-00T09:30:00Z', 'date-impossible-day', 'ends on the 31st'],
    ['month 13', '2024-13-01T09:30:00Z', 'date-impossible-day', 'months run from 01 to 12'],
    ['an impossible date alone', '2024-02-30', 'date-impossible-day', 'ends on the 29th'],
    ['24 o’clock', '2024-10-24T24:00:00Z', 'date-hour-24', 'write 00:00:00 of the next day'],
    ['25 o’clock', '2024-10-24T25:00:00Z', 'date-impossible-time', 'hours run to 23'],
    ['minute 60', '2024-10-24T09:60:00Z', 'date-impossible-time', 'hours run to 23'],
    ['a leap second', '2016-12-31T23:59:60Z', 'date-leap-second', 'write second 59'],
    ['an offset that no clock has', '2024-10-24T09:30:00+05:31', 'date-bad-offset', `write ${morning}`],
    ['an offset beyond the east', '2024-10-24T09:30:00+14:15', 'date-bad-offset', `write ${morning}`],
    ['an offset beyond the west', '2024-10-24T09:30:00-12:30', 'date-bad-offset', `write ${morning}`],
    ['the name of a zone', '2024-10-24T09:30:00 IST', 'date-not-rfc3339', `in ${zone} write ${morning}`],
    ['a date of the American kind', '10/24/2024', 'date-not-rfc3339', `such as ${morning}`],
    ['a week', '2024-W43-4', 'date-not-rfc3339', 'write a time with its offset'],
    ['a word', 'tomorrow', 'date-not-rfc3339', 'write a time with its offset'],
    ['nothing', '', 'date-not-rfc3339', 'write a time with its offset'],
    ['true', true, 'date-not-rfc3339', 'write a time with its offset'],
    ['a list', ['2024-10-24T09:30:00Z'], 'date-not-rfc3339', 'write a time with its offset'],
  ])('%s', (_what, input, code, hint) => {
    const fault = faultOf(input)
    expect(fault.code).toBe(code)
    expect(fault.hint).toContain(hint)
  })
})

test.each([
  ['2024-10-24T9:30:00+05:30', 'the hour needs two digits: T09:30'],
  ['2024-10-24T09:30:00+5:30', 'the offset must be written +05:30'],
  ['2024-10-24T09:30:00+530', 'the offset must be written +05:30'],
  ['2024-10-24T09:30:00+0530', 'the offset must be written +05:30'],
  ['2024-10-24T09:30+05:30', 'the seconds are missing'],
  ['2024-10-24 09:30:00+05:30', 'this is nearly a time in the form that is needed'],
])('a slip in a time is named: %s', (text, message) => {
  const hint = 'write 2024-10-24T09:30:00+05:30'
  expect(faultOf(text)).toEqual({ code: 'date-not-rfc3339', message, hint })
})

describe('a time in the form of elsewhere is shown in the right one', () => {
  const morning = '2024-10-24T09:30:00+05:30'
  const evening = '2024-10-24T21:30:00+05:30'
  test.each([
    ['24.10.2024 9:30', `in ${zone} write ${morning}`],
    ['24.10.2024, 09.30 Uhr', `in ${zone} write ${morning}`],
    ['24.10.2024', `write the time of day as well, such as ${morning}`],
    ['2024/10/24 09:30', `in ${zone} write ${morning}`],
    ['2024.10.24 09:30:00', `in ${zone} write ${morning}`],
    ['2024/10/24', `write the time of day as well, such as ${morning}`],
    ['20241024', `write the time of day as well, such as ${morning}`],
    ['24-10-2024 9h30', `in ${zone} write ${morning}`],
    ['Oct 24, 2024', `write the time of day as well, such as ${morning}`],
    ['October 24, 2024 9:30 pm', `in ${zone} write ${evening}`],
    ['Thursday, October 24th, 2024, 9:30 p.m.', `in ${zone} write ${evening}`],
    ['24 October 2024, 9 pm', `in ${zone} write 2024-10-24T21:00:00+05:30`],
    ['24 Oct 2024 09:30', `in ${zone} write ${morning}`],
    ['24-Oct-2024', `write the time of day as well, such as ${morning}`],
    ['10/24/2024 12:15 am', `in ${zone} write 2024-10-24T00:15:00+05:30`],
    ['2024/10/24 09:30 +0530', `write ${morning}`],
    ['2024/10/24 04:00 UTC', 'write 2024-10-24T04:00:00Z'],
    ['24/10/24 09:30', `in ${zone} write ${morning}`],
    ['10/11/2024 9:30', `in ${zone} write 2024-11-10T09:30:00+05:30 or 2024-10-11T09:30:00+05:30`],
    ['31/02/2024', 'write a time with its offset, such as 2026-11-30T09:30:00+05:30'],
    ['2024-10-24T24:00:00+05:30', 'write 00:00:00 of the next day: 2024-10-25T00:00:00+05:30'],
    ['2024-12-31T24:00:00', 'write 00:00:00 of the next day: 2025-01-01T00:00:00+05:30'],
    ['2024-24-10T09:30:00+05:30', 'months run from 01 to 12; for 24 October write 2024-10-24T09:30:00+05:30'],
    ['2016-12-31T23:59:60Z', 'write second 59: 2016-12-31T23:59:59Z'],
    ['2024-10-24T9:30:00+25:00', `in ${zone} write ${morning}`],
    ['18:40', `in ${zone} write 2026-11-30T18:40:00+05:30`],
    ['6:40 pm', `in ${zone} write 2026-11-30T18:40:00+05:30`],
    ['6 pm', `in ${zone} write 2026-11-30T18:00:00+05:30`],
    ['tomorrow', 'write a time with its offset, such as 2026-11-30T09:30:00+05:30'],
  ])('%s', (text, hint) => expect(faultOf(text, zone, '2026-11-30').hint).toBe(hint))

  test('as a number as well', () => {
    expect(faultOf(20241024).hint).toBe(`write the time of day as well, such as ${morning}`)
  })

  test('and what is said of it is taken', () => {
    const local = anyInstant.map(instant => rfc3339(instant, 'UTC'))
    const forms = fc.constantFrom(
      (y: string, m: string, d: string, clock: string) => `${d}.${m}.${y} ${clock}`,
      (y: string, m: string, d: string, clock: string) => `${y}/${m}/${d} ${clock}`,
      (y: string, m: string, d: string, clock: string) => `${m}/${d}/${y}, ${clock}`,
      (y: string, m: string, d: string) => `${d}-${m}-${y}`,
    )
    const property = fc.property(local, forms, (text, form) => {
      const [, y = '', m = '', d = '', clock = ''] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(text) ?? []
      const times = faultOf(form(y, m, d, clock), 'UTC').hint.match(/\d{4}-\S+/g) ?? []
      expect(times.map(time => time.slice(0, 10))).toContain(`${y}-${m}-${d}`)
      for (const time of times) expect(written(time, 'UTC'), time).not.toBeNull()
    })
    fc.assert(property)
  })
})

test.each([
  ['+5', '+05:00'],
  ['+05', '+05:00'],
  ['-10', '-10:00'],
])('an offset of hours alone has its minutes in the advice: %s', (offset, whole) => {
  expect(faultOf(`2024-10-24T09:30:00${offset}`).hint).toBe(`write 2024-10-24T09:30:00${whole}`)
})

test.each(zones)('any instant, written in %s, is read back as the same instant', where => {
  fc.assert(fc.property(anyInstant, instant => written(rfc3339(instant, where), where) === instant))
})

test('the time in the advice is one that the parser takes', () => {
  const local = anyInstant.map(instant => rfc3339(instant, 'UTC').slice(0, 19))
  const advised = fc.property(local, fc.constantFrom(...zones), (text, where) => {
    const times = faultOf(text, where).hint.match(/\d{4}-\S+/g) ?? []
    for (const time of times) expect(written(time, where), time).not.toBeNull()
  })
  fc.assert(advised)
})

test('whatever an editor writes, the answer is a whole second or a fault with a code, a message and a hint', () => {
  const digits = fc.stringMatching(
    /^[-+]?[0-9]{1,5}[-/. ]?[0-9]{0,2}[-/. ]?[0-9]{0,2}[T ]?[0-9:.]{0,9}[Z+0-9:-]{0,7}$/,
  )
  const anything = fc.oneof(digits, fc.string(), fc.anything())
  const property = fc.property(anything, fc.constantFrom(...zones), (input, where) => {
    const parsed = parseInstant(input, where)
    if (parsed.ok) return parsed.value % 1000 === 0
    const { code, message, hint } = parsed.fault
    // What is advised is taken, or the next run would fail on it.
    for (const time of hint.match(/\d{4}-\d\d-\d\dT\S+/g) ?? [])
      expect(written(time, where), time).not.toBeNull()
    return /^date-[a-z0-9-]+$/.test(code) && message !== '' && hint !== '' && !/Invalid|NaN/.test(hint)
  })
  fc.assert(property, { numRuns: 2000 })
})

test('two spellings of one instant are one instant', () => {
  const property = fc.property(anyInstant, fc.constantFrom(...zones), (instant: Instant, where) => {
    expect(written(rfc3339(instant, where))).toBe(written(rfc3339(instant, 'UTC')))
  })
  fc.assert(property)
})
