// The one parser for every time a newsroom writes: RFC 3339 with an offset, and nothing else.
//
// Everything else is refused, each with its own code and advice. Inside, an instant is a number; days and
// months are texts in the site's zone. Machines get RFC 3339 (HTML, sitemaps) or RFC 822 (RSS), always with
// English names and Latin digits (`wire-time.ts`); readers get the site's language by luxon
// (`reader-time.ts`). A time that cannot be formatted stops the build (`zone-clock.ts`).

import { DateTime } from 'luxon'
import type { Instant } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { calendarFault, type TimeFault, timeFault } from './calendar-fault.ts'
import { completeTime, halfPastNine, isPossibleOffset } from './complete-time.ts'
import { readForeignSpelling } from './foreign-spelling.ts'
import { instantsOfLocal, type LocalTime } from './local-time.ts'
import { isSlippedYear } from './slipped-year.ts'
import { rfc3339 } from './wire-time.ts'

export type { TimeFault } from './calendar-fault.ts'

const dateOnly = /^\d{4}-\d{1,2}-\d{1,2}$/
const twoDigitYear = /^\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(\D|$)/
const rfc822 = /^([A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\b/
const epoch = /^-?\d{9,}(\.\d+)?$/
const wrongYear = /^[+-]?\d{1,3}-\d{2}-\d{2}(T|$)|^[+-]?\d{5,}-\d{2}-\d{2}(T|$)/
const full = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/
const nearly =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i

/** Where there is no story whose day could be the example. */
const someDay = '2024-10-24'

/** For advice alone. */
type Around = {
  /** The site's (IANA). */
  readonly zone: string
  /** Of the story that the time stands in. */
  readonly day: string
  /** Of that day; null where there is no story. */
  readonly year: string | null
}

/**
 * Reads RFC 3339 section 5.6 with a mandatory offset. A fraction of a second is dropped.
 * Only the hint of a fault depends on `zone`, the site's (IANA), and on `day`, the story's.
 */
export const parseInstant = (input: unknown, zone: string, day?: string): Result<Instant, TimeFault> => {
  const around = { zone, day: day ?? someDay, year: day?.slice(0, 4) ?? null }
  if (typeof input === 'number') return failure(epochFault(input, around))
  if (typeof input !== 'string') {
    return failure(timeFault('date-not-rfc3339', 'this is not a time', example(around)))
  }
  const text = input.trim()
  const parts = full.exec(text)
  if (parts === null) return failure(shapeFault(text, around))
  const local = localOf(parts)
  const offset = parts[7]
  const wrong = calendarFault(local, right => completeTime(right, zone, offset))
  if (wrong !== null) return failure(withYear(wrong, local, around, offset))
  if (offset === undefined) return failure(missingOffset(local, zone))
  if (!isPossibleOffset(offset)) {
    return failure(
      timeFault(
        'date-bad-offset',
        `no time zone has the offset ${offset}`,
        `in ${zone} write ${completeTime(local, zone)}`,
      ),
    )
  }
  return success((Math.floor(Date.parse(text) / 1000) * 1000) as Instant)
}

/** A year that is nearly the story's own was meant to be it. */
const withYear = (
  fault: TimeFault,
  local: LocalTime,
  { zone, year }: Around,
  offset?: string | null,
): TimeFault => {
  const written = String(local.year).padStart(4, '0')
  if (fault.code !== 'date-year-out-of-range' || year === null || !isSlippedYear(written, year)) return fault
  const right = { ...local, year: Number(year) }
  return calendarFault(right) === null
    ? { ...fault, hint: `${fault.hint}; did you mean ${completeTime(right, zone, offset)}?` }
    : fault
}

const localOf = (parts: RegExpExecArray): LocalTime => ({
  year: Number(parts[1]),
  month: Number(parts[2]),
  day: Number(parts[3]),
  hour: Number(parts[4]),
  minute: Number(parts[5]),
  second: Number(parts[6] ?? 0),
})

const example = ({ zone, day }: Around): string =>
  `write a time with its offset, such as ${morningOf(day, zone)}`

const morningOf = (day: string, zone: string): string => completeTime(halfPastNine(day), zone)

const epochFault = (value: number, around: Around): TimeFault => {
  const milliseconds = Math.abs(value) >= 1e11 ? value : value * 1000
  const isLikely = Math.abs(milliseconds) < 4e12 && Math.abs(value) >= 1e8
  const hint = isLikely
    ? `if it is a Unix time, write ${rfc3339((Math.floor(milliseconds / 1000) * 1000) as Instant, around.zone)}`
    : otherHint(String(value), around)
  return timeFault('date-epoch', 'a bare number is not a time', hint)
}

const rfc822Hint = (text: string, around: Around): string => {
  try {
    const time = DateTime.fromRFC2822(text, { setZone: true }).toISO({ suppressMilliseconds: true })
    return time !== null && parseInstant(time, around.zone).ok ? `write ${time}` : otherHint(text, around)
  } catch {
    return otherHint(text, around)
  }
}

/** For a time that is written as elsewhere: what it can mean, in the right form. */
const otherHint = (text: string, around: Around): string => {
  const { zone, day } = around
  const other = readForeignSpelling(text, day)
  if (other === null) return example(around)
  const { readings, hasClock, offset } = other
  const times = readings.map(local => completeTime(local, zone, offset)).join(' or ')
  if (!hasClock) return `write the time of day as well, such as ${times}`
  return offset !== null && isPossibleOffset(offset) ? `write ${times}` : `in ${zone} write ${times}`
}

const missingOffset = (local: LocalTime, zone: string): TimeFault => {
  const instants = instantsOfLocal(local, zone)
  const [first, second] = instants
  if (first === undefined) {
    return timeFault(
      'date-local-missing',
      `this local time does not exist in ${zone}: the clocks go forward over it`,
      `write another time, such as ${completeTime(local, zone)}`,
    )
  }
  if (second !== undefined) {
    return timeFault(
      'date-local-twice',
      `this local time exists twice in ${zone}: the clocks go back over it`,
      `write ${rfc3339(first, zone)} or ${rfc3339(second, zone)}`,
    )
  }
  return timeFault(
    'date-no-offset',
    'the offset is missing, so this could be any of 38 instants',
    `in ${zone} write ${rfc3339(first, zone)}`,
  )
}

const shapeFault = (text: string, around: Around): TimeFault => {
  const { zone } = around
  if (epoch.test(text)) return epochFault(Number(text), around)
  if (dateOnly.test(text)) return dayAlone(text, zone)
  if (rfc822.test(text)) {
    return timeFault(
      'date-rfc822',
      'e-mail and RSS write times like this, stories do not',
      rfc822Hint(text, around),
    )
  }
  if (twoDigitYear.test(text))
    return timeFault('date-two-digit-year', 'the year has two digits', otherHint(text, around))
  if (wrongYear.test(text))
    return timeFault(
      'date-year-out-of-range',
      'the year must have four digits, 1800 to 2199',
      example(around),
    )
  const parts = nearly.exec(text)
  if (parts !== null) return nearlyRight(parts, around)
  const message = 'this is not a time in the form that is needed'
  return timeFault('date-not-rfc3339', message, otherHint(text, around))
}

const dayAlone = (text: string, zone: string): TimeFault => {
  const local = halfPastNine(text)
  const hint = () => `write both, such as ${completeTime(local, zone)}`
  return (
    calendarFault(local, right => completeTime(right, zone)) ??
    timeFault('date-only', 'a date alone has no time and no offset', hint())
  )
}

const nearlyRight = (parts: RegExpExecArray, around: Around): TimeFault => {
  const { zone } = around
  const local = localOf(parts)
  const offset = parts[7]
  const zoned = offset === undefined ? null : cleanOffset(offset)
  const wrong = calendarFault(local, right => completeTime(right, zone, zoned))
  if (wrong !== null) return withYear(wrong, local, around, zoned)
  if (zoned === null) return missingOffset(local, zone)
  const time = completeTime(local, zone, zoned)
  const message = slipIn(parts, zoned, time.slice(11)) ?? 'this is nearly a time in the form that is needed'
  return isPossibleOffset(zoned)
    ? timeFault('date-not-rfc3339', message, `write ${time}`)
    : timeFault('date-bad-offset', `no time zone has the offset ${zoned}`, `in ${zone} write ${time}`)
}

/** "+5:30", "+0530" and "+5" with all their digits. */
const cleanOffset = (offset: string): string => {
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? []
  return sign === '' ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** What keeps a time from being RFC 3339, where a single slip does. */
const slipIn = (parts: RegExpExecArray, zoned: string, clock: string): string | null => {
  const [, , month = '', day = '', hour = '', , second, offset = ''] = parts
  if (hour.length === 1) return `the hour needs two digits: T${clock.slice(0, 5)}`
  if (month.length === 1 || day.length === 1) return 'the month and the day need two digits each'
  if (offset.toUpperCase() !== 'Z' && offset !== zoned) return `the offset must be written ${zoned}`
  return second === undefined ? 'the seconds are missing' : null
}
