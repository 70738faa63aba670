import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantsOfLocal } from '../../src/time/local-time.ts'
import { rfc3339 } from '../../src/time/wire-time.ts'
import { at } from '../rig/small-newsroom.ts'
import { anyInstant, zones } from '../rig/zones.ts'

const local = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[-T:]/).map(Number)
  return { year, month, day, hour, minute, second }
}

test.each([
  ['Asia/Kolkata', '2024-10-24T09:30:00', ['2024-10-24T04:00:00Z']],
  ['Europe/Berlin', '2026-03-29T01:59:59', ['2026-03-29T00:59:59Z']],
  ['Europe/Berlin', '2026-03-29T02:30:00', []],
  ['Europe/Berlin', '2026-03-29T03:00:00', ['2026-03-29T01:00:00Z']],
  ['Europe/Berlin', '2026-10-25T02:30:00', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
  ['America/New_York', '2026-11-01T01:00:00', ['2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z']],
  ['Australia/Lord_Howe', '2026-04-05T01:45:00', ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']],
  ['Pacific/Apia', '2011-12-30T12:00:00', []],
])('in %s the clock that shows %s means %j', (zone, text, instants) => {
  expect(instantsOfLocal(local(text), zone)).toEqual(instants.map(at))
})

test('what a clock shows at any instant can mean that instant', () => {
  const property = fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
    const shown = local(rfc3339(instant, zone).slice(0, 19))
    const where = rfc3339(instant, zone).endsWith('Z') ? 'UTC' : zone
    expect(instantsOfLocal(shown, where)).toContain(instant)
  })
  fc.assert(property, { numRuns: 300 })
})

test('a clock never means more than two instants, and the earlier comes first', () => {
  const property = fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
    const [first, second, ...more] = instantsOfLocal(local(rfc3339(instant, 'UTC').slice(0, 19)), zone)
    expect(more).toEqual([])
    if (first !== undefined && second !== undefined) expect(first).toBeLessThan(second)
  })
  fc.assert(property, { numRuns: 300 })
})
