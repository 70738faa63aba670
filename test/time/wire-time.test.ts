import fc from 'fast-check'
import { DateTime, Settings } from 'luxon'
import { afterEach, expect, test } from 'vitest'
import { dayOf, rfc822, rfc3339, yearOf } from '../../src/time/wire-time.ts'
import { rfc822Pattern } from '../rig/rfc822-pattern.ts'
import { at } from '../rig/small-newsroom.ts'
import { anyInstant, zones } from '../rig/zones.ts'
import { aroundChanges } from './around-changes.ts'

const morning = at('2024-10-24T04:00:00Z')

test.each([
  ['UTC', '2024-10-24T04:00:00Z', 'Thu, 24 Oct 2024 04:00:00 +0000', '2024-10-24'],
  ['Asia/Kolkata', '2024-10-24T09:30:00+05:30', 'Thu, 24 Oct 2024 09:30:00 +0530', '2024-10-24'],
  ['America/New_York', '2024-10-24T00:00:00-04:00', 'Thu, 24 Oct 2024 00:00:00 -0400', '2024-10-24'],
  ['America/Los_Angeles', '2024-10-23T21:00:00-07:00', 'Wed, 23 Oct 2024 21:00:00 -0700', '2024-10-23'],
])('one instant as machines read it in %s', (zone, form3339, form822, day) => {
  expect(rfc3339(morning, zone)).toBe(form3339)
  expect(rfc822(morning, zone)).toBe(form822)
  expect(dayOf(morning, zone)).toBe(day)
})

test('the year is the one that the site’s clock shows', () => {
  const midnight = at('2024-12-31T18:30:00Z')
  expect(yearOf(midnight, 'UTC')).toBe('2024')
  expect(yearOf(midnight, 'Asia/Kolkata')).toBe('2025')
})

test('a time of before the zones is written in UTC, for its offset of +05:53:28 has no form', () => {
  expect(rfc3339(at('1850-01-01T00:00:00Z'), 'Asia/Kolkata')).toBe('1850-01-01T00:00:00Z')
  expect(rfc822(at('1850-01-01T00:00:00Z'), 'Asia/Kolkata')).toBe('Tue, 01 Jan 1850 00:00:00 +0000')
})

test('a fraction of a second, which no instant of a story has, is not passed over', () => {
  expect(rfc3339(at('2024-10-24T04:00:00.250Z'), 'Asia/Kolkata')).toBe('2024-10-24T09:30:00.250+05:30')
})

test('any instant in any zone has the strict forms, and both name that instant', () => {
  const property = fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
    expect(rfc3339(instant, zone)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)
    expect(rfc822(instant, zone)).toMatch(rfc822Pattern)
    expect(Date.parse(rfc3339(instant, zone))).toBe(instant)
    expect(Date.parse(rfc822(instant, zone))).toBe(instant)
    expect(dayOf(instant, zone)).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
  fc.assert(property, { numRuns: 300 })
})

test('any form is the one that luxon writes, also around the hours at which clocks change', () => {
  const property = fc.property(
    fc.oneof(anyInstant, aroundChanges),
    fc.constantFrom(...zones),
    (instant, zone) => {
      const time = DateTime.fromMillis(instant, { zone, locale: 'en-US', numberingSystem: 'latn' })
      const onWire = time.offset % 15 === 0 ? time : time.toUTC()
      expect(rfc3339(instant, zone)).toBe(onWire.toISO({ suppressMilliseconds: true }))
      expect(rfc822(instant, zone)).toBe(onWire.toRFC2822())
      expect(dayOf(instant, zone)).toBe(time.toISODate())
    },
  )
  fc.assert(property, { numRuns: 1000 })
})

test('later instants never stand on earlier days', () => {
  const property = fc.property(anyInstant, anyInstant, fc.constantFrom(...zones), (one, other, zone) => {
    const [early, late] = one < other ? [one, other] : [other, one]
    expect(dayOf(early, zone) <= dayOf(late, zone)).toBe(true)
  })
  fc.assert(property, { numRuns: 300 })
})

test.each([
  ['no number', Number.NaN, 'UTC'],
  ['an instant beyond the calendar', 9e15, 'UTC'],
  ['a zone that does not exist', morning, 'Asia/Atlantis'],
])('%s stops the build instead of printing “Invalid DateTime”', (_what, instant, zone) => {
  for (const write of [rfc3339, rfc822, dayOf]) expect(() => write(instant as never, zone)).toThrow()
})

const defaults = { locale: Settings.defaultLocale, digits: Settings.defaultNumberingSystem }
afterEach(() => {
  Settings.defaultLocale = defaults.locale
  Settings.defaultNumberingSystem = defaults.digits
})

test.each(['hi-IN', 'ar-EG', 'fr', 'zh-Hant'])(
  'the forms for machines stay English where the locale is %s',
  locale => {
    Settings.defaultLocale = locale
    Settings.defaultNumberingSystem = 'deva'
    expect(rfc822(morning, 'Asia/Kolkata')).toBe('Thu, 24 Oct 2024 09:30:00 +0530')
    expect(rfc3339(morning, 'Asia/Kolkata')).toBe('2024-10-24T09:30:00+05:30')
  },
)
