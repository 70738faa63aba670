import { expect, test } from 'vitest'
import { instantOfField } from '../../src/preview/view.ts'

const shown = (time: string, zone: string) => {
  const at = instantOfField(time, zone)
  return at === null ? null : new Date(at).toISOString()
}

test('A time is read in the site’s zone, whatever zone the reader of the preview is in', () => {
  expect(shown('2024-10-24T14:00', 'Asia/Kolkata')).toBe('2024-10-24T08:30:00.000Z')
  expect(shown('2024-10-24T14:00:30', 'Europe/Berlin')).toBe('2024-10-24T12:00:30.000Z')
})

test('In the hour that the clocks repeat the later time is meant: all that was due has happened', () => {
  expect(shown('2024-10-27T02:30', 'Europe/Berlin')).toBe('2024-10-27T01:30:00.000Z')
})

test.each([
  '2024-03-31T02:30',
  '2024-02-30T10:00',
  '2024-13-01T10:00',
  '2024-10-24T25:00',
  '',
  'noon',
  '24.10.2024 14:00',
])('“%s” is no time', time => expect(shown(time, 'Europe/Berlin')).toBeNull())
