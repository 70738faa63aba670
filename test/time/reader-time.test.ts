import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { at } from '../rig/small-newsroom.ts'
import { anyInstant, zones } from '../rig/zones.ts'
import { aroundChanges } from './around-changes.ts'

const kolkata = createReaderTime('Asia/Kolkata', 'en-IN')
const morning = at('2024-10-24T04:00:00Z')

test('a reader in India reads the day, the hour and the zone', () => {
  expect(kolkata.date(morning)).toBe('24 October 2024')
  expect(kolkata.clock(morning)).toBe('9:30 am')
  expect(kolkata.dateTime(morning)).toBe('24 October 2024, 9:30 am IST')
})

test('a day and a month are what they are called, whatever the zone of the site', () => {
  for (const zone of zones) {
    const time = createReaderTime(zone, 'en-IN')
    expect(time.day('2024-10-24')).toBe('Thursday, 24 October 2024')
    expect(time.month('2024-10')).toBe('October 2024')
    expect(time.monthName('2024-10')).toBe('October')
  }
})

test.each([
  ['hi', 'Asia/Kolkata', '24 अक्टूबर 2024', 'अक्टूबर 2024'],
  ['ru', 'Asia/Kolkata', '24 октября 2024 г.', 'октябрь 2024 г.'],
  ['ja', 'Asia/Tokyo', '2024年10月24日', '2024年10月'],
  ['fr', 'Europe/Paris', '24 octobre 2024', 'octobre 2024'],
])('in %s a date and a month have the forms of the language', (language, zone, date, month) => {
  const time = createReaderTime(zone, language)
  expect(time.date(morning)).toBe(date)
  expect(time.month('2024-10')).toBe(month)
})

test('five past midnight is never 24:05', () => {
  const midnight = at('2024-10-23T18:35:00Z')
  expect(kolkata.clock(midnight)).toBe('12:05 am')
  for (const language of ['de', 'fr', 'en-GB', 'hi', 'ja', 'sv']) {
    expect(createReaderTime('Asia/Kolkata', language).clock(midnight), language).not.toContain('24')
  }
})

test('the zone that a reader reads changes with the clocks', () => {
  const berlin = createReaderTime('Europe/Berlin', 'de')
  expect(berlin.dateTime(at('2024-07-01T10:00:00Z'))).toBe('1. Juli 2024, 12:00 MESZ')
  expect(berlin.dateTime(at('2024-12-01T10:00:00Z'))).toBe('1. Dezember 2024, 11:00 MEZ')
})

test('no form holds a space of a special kind: its bytes would depend on the version of Node', () => {
  const languages = fc.constantFrom('en-US', 'en-IN', 'fr', 'ru', 'hi', 'de', 'ar-EG')
  const property = fc.property(
    anyInstant,
    fc.constantFrom(...zones),
    languages,
    (instant, zone, language) => {
      const time = createReaderTime(zone, language)
      const written = [time.date(instant), time.clock(instant), time.dateTime(instant)].join()
      expect(written).not.toMatch(/[\u00a0\u202f]/)
      expect(written).not.toMatch(/invalid/i)
    },
  )
  fc.assert(property, { numRuns: 200 })
})

test('every form is the one that luxon writes, also around the hours at which clocks change', () => {
  const languages = fc.constantFrom('en-US', 'en-IN', 'fr', 'ru', 'hi', 'ja', 'zh-Hant', 'ar-EG', 'fa', 'th')
  const property = fc.property(
    fc.oneof(anyInstant, aroundChanges),
    fc.constantFrom(...zones),
    languages,
    (instant, zone, language) => {
      const options = { zone, locale: language, outputCalendar: 'gregory' } as const
      const time = DateTime.fromMillis(instant, options)
      const inLuxon = (form: Intl.DateTimeFormatOptions) =>
        time.toLocaleString(form).replace(/[\u00a0\u202f]/g, ' ')
      const reader = createReaderTime(zone, language)
      expect(reader.date(instant)).toBe(inLuxon({ day: 'numeric', month: 'long', year: 'numeric' }))
      expect(reader.clock(instant)).toBe(inLuxon({ hour: 'numeric', minute: '2-digit' }))
    },
  )
  fc.assert(property, { numRuns: 500 })
})

test('what one site has written does not show on another', () => {
  const french = createReaderTime('Europe/Paris', 'fr')
  const indian = createReaderTime('Asia/Kolkata', 'en-IN')
  const night = at('2024-10-24T22:30:00Z')
  for (const time of ['first', 'again']) {
    expect(french.date(night), time).toBe('25 octobre 2024')
    expect(indian.dateTime(night), time).toBe('25 October 2024, 4:00 am IST')
    expect(indian.date(morning), time).toBe('24 October 2024')
  }
})

test.each([
  ['an instant', () => kolkata.date(Number.NaN as never)],
  ['a moment', () => kolkata.dateTime(undefined as never)],
  ['a day', () => kolkata.day('2024-02-30')],
  ['a month', () => kolkata.month('2024-13')],
  ['a zone', () => createReaderTime('Asia/Atlantis', 'en').date(morning)],
])('%s that is none stops the build', (_what, write) => expect(write).toThrow())
