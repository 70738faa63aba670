import { expect, test } from 'vitest'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { parseShownTime } from '../../src/time/shown-time.ts'

const zone = 'Asia/Kolkata'

test.each([
  ['1789', 'en-IN', '1789', '1789'],
  ['2024-02', 'en-IN', '2024-02', 'February 2024'],
  ['2024-02-29', 'en-IN', '2024-02-29', '29 February 2024'],
  ['1582-10-15', 'en-IN', '1582-10-15', '15 October 1582'],
  ['2024-02-29T23:30:00Z', 'en-IN', '2024-03-01T05:00:00+05:30', '1 March 2024, 5:00 am IST'],
  ['2024-02-29', 'hi', '2024-02-29', '29 फ़रवरी 2024'],
])('%s in %s is %s to machines, %s to readers', (text, language, machine, words) => {
  const time = parseShownTime(text, zone)
  expect(time.ok && time.value.machine).toBe(machine)
  expect(time.ok && time.value.words(createReaderTime(zone, language))).toBe(words)
})

test.each([
  ['2023-02-29', 'date-not-told'],
  ['2024-13', 'date-not-told'],
  ['2024-00-01', 'date-not-told'],
  ['2024-1-1', 'date-not-told'],
  ['0999', 'date-not-told'],
  ['20241', 'date-not-told'],
  ['', 'date-not-told'],
  ['2024-02-29T23:30:00', 'date-no-offset'],
])('%s is refused: %s', (text, code) => {
  const time = parseShownTime(text, zone)
  expect(!time.ok && time.fault.code).toBe(code)
})
