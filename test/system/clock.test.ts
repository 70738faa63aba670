import { expect, test } from 'vitest'
import { readClock } from '../../src/system/clock.ts'
import { at } from '../rig/small-newsroom.ts'

test('a run is for the instant that was given', () => {
  expect(readClock('2024-10-24T09:30:00+05:30')).toEqual({ ok: true, value: at('2024-10-24T04:00:00Z') })
})

test.each([
  ['2024-10-24', 'date-only', 'T09:30:00Z'],
  ['2024-10-24T09:30:00', 'date-no-offset', 'in UTC write 2024-10-24T09:30:00Z'],
  ['yesterday', 'date-not-rfc3339', 'write a time with its offset'],
])('%s is no instant', (given, code, hint) => {
  const read = readClock(given)
  expect(read).toMatchObject({ ok: false, fault: { code } })
  expect(read.ok ? '' : read.fault.hint).toContain(hint)
})

test.each([undefined, ''])('without one (%j) it is for the present second', given => {
  const before = Date.now()
  const read = readClock(given)
  const now = read.ok ? read.value : Number.NaN
  expect(now % 1000).toBe(0)
  expect(now).toBeGreaterThan(before - 1000)
  expect(now).toBeLessThanOrEqual(Date.now())
})
