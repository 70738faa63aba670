import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { createZoneName } from '../../src/time/zone-name.ts'
import { at } from '../rig/small-newsroom.ts'
import { anyInstant, zones } from '../rig/zones.ts'

test.each([
  ['Asia/Kolkata', 'en-IN', '2024-10-24T04:00:00Z', 'IST'],
  ['Europe/Berlin', 'de', '2024-10-27T00:59:59Z', 'MESZ'],
  ['Europe/Berlin', 'de', '2024-10-27T01:00:00Z', 'MEZ'],
  ['UTC', 'de', '2024-10-24T04:00:00Z', 'UTC'],
  ['GMT', 'en-GB', '2024-10-24T04:00:00Z', 'UTC'],
])('%s is called in %s at %s: %s', (zone, language, instant, name) => {
  expect(createZoneName(zone, language)(at(instant))).toBe(name)
})

test('any zone has the name that luxon gives it, at any instant, in any language', () => {
  const languages = fc.constantFrom('en-IN', 'de', 'fr', 'ar-EG', 'hi', 'ja')
  const property = fc.property(
    anyInstant,
    fc.constantFrom(...zones),
    languages,
    (instant, zone, language) => {
      const wanted = DateTime.fromMillis(instant, { zone, locale: language }).toFormat('ZZZZ')
      expect(createZoneName(zone, language)(instant)).toBe(wanted)
    },
  )
  fc.assert(property, { numRuns: 200 })
})
