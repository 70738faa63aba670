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
import { instantsOfLocal, type LocalTime } from './local-time.ts'
import { readOtherSpelling } from './other-spellings.ts'
import { rfc3339 } from './wire-time.ts'

export type { TimeFault } from './calendar-fault.ts'

const dateOnly = /^\d{4}-\d{1,2}-\d{1,2}$/
const twoDigitYear = /^\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(\D|$)/
const rfc822 = /^([A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\b/
const epoch = /^-?\d{9,}(\.\d+)?$/
const wrongYear = /^[+-]?\d{1,3}-\d{2}-\d{2}(T|$)|^[+-]?\d{5,}-\d{2}-\d{2}(T|$)/
const full = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/
// From -12:00 to +14:00, in quarters of an hour.
const possibleOffset = /^(?:Z|[+-](?:0\d|1[01]):(?:00|15|30|45)|-12:00|\+1[23]:(?:00|15|30|45)|\+14:00)$/
const nearly =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i

/**
 * Reads RFC 3339 section 5.6 with a mandatory offset. A fraction of a second is dropped.
 * `zone` is the site's (IANA); only the hint of a fault depends on it.
 */
export const parseInstant = (input: unknown, zone: string): Result<Instant, TimeFault> => {
  if (typeof input === 'number') return failure(epochFault(input, zone))
  if (typeof input !== 'string') {
    return failure(timeFault('date-not-rfc3339', 'this is not a time', example(zone)))
  }
  const text = input.trim()
  const parts = full.exec(text)
  if (parts === null) return failure(shapeFault(text, zone))
  const local = localOf(parts)
  const wrong = calendarFault(local)
  if (wrong !== null) return failure(wrong)
  const offset = parts[7]
  if (offset === undefined) return failure(missingOffset(local, zone))
  if (!possibleOffset.test(offset)) {
    return failure(
      timeFault(
        'date-bad-offset',
        `no time zone has the offset ${offset}`,
        `in ${zone} write ${suggest(local, zone)}`,
      ),
    )
  }
  return success((Math.floor(Date.parse(text) / 1000) * 1000) as Instant)
}

const localOf = (parts: RegExpExecArray): LocalTime => ({
  year: Number(parts[1]),
  month: Number(parts[2]),
  day: Number(parts[3]),
  hour: Number(parts[4]),
  minute: Number(parts[5]),
  second: Number(parts[6] ?? 0),
})

const example = (zone: string): string =>
  `write a time with its offset, such as ${DateTime.fromISO('2024-10-24T09:30:00', { zone }).toISO({ suppressMilliseconds: true })}`

/** The same local time with its offset, for a hint; a time that the zone skips or repeats has none. */
const suggest = (local: LocalTime, zone: string): string => {
  const [only, second] = instantsOfLocal(local, zone)
  return only !== undefined && second === undefined ? rfc3339(only, zone) : 'the time with its offset'
}

const epochFault = (value: number, zone: string): TimeFault => {
  const milliseconds = Math.abs(value) >= 1e11 ? value : value * 1000
  const isLikely = Math.abs(milliseconds) < 4e12 && Math.abs(value) >= 1e8
  const hint = isLikely
    ? `if it is a Unix time, write ${rfc3339((Math.floor(milliseconds / 1000) * 1000) as Instant, zone)}`
    : otherHint(String(value), zone)
  return timeFault('date-epoch', 'a bare number is not a time', hint)
}

const rfc822Hint = (text: string, zone: string): string => {
  try {
    return `write ${DateTime.fromRFC2822(text, { setZone: true }).toISO({ suppressMilliseconds: true })}`
  } catch {
    return otherHint(text, zone)
  }
}

/** For a time that is written as elsewhere: what it can mean, in the right form. */
const otherHint = (text: string, zone: string): string => {
  const other = readOtherSpelling(text)
  if (other === null) return example(zone)
  const { readings, hasClock, offset } = other
  const times = readings
    .map(local =>
      offset === null ? suggest(local, zone) : `${cleanDate(local)}T${cleanClock(local)}${offset}`,
    )
    .join(' or ')
  if (!hasClock) return `write the time of day as well, such as ${times}`
  return offset === null ? `in ${zone} write ${times}` : `write ${times}`
}

const missingOffset = (local: LocalTime, zone: string): TimeFault => {
  const instants = instantsOfLocal(local, zone)
  const [first, second] = instants
  if (first === undefined) {
    return timeFault(
      'date-local-missing',
      `this local time does not exist in ${zone}: the clocks go forward over it`,
      'write another time, with its offset',
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

const shapeFault = (text: string, zone: string): TimeFault => {
  if (epoch.test(text)) return epochFault(Number(text), zone)
  if (dateOnly.test(text)) {
    const [year, month, day] = text.split('-').map(Number)
    const local = { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: 9, minute: 30, second: 0 }
    const wrong = calendarFault(local)
    return (
      wrong ??
      timeFault(
        'date-only',
        'a date alone has no time and no offset',
        `write both, such as ${suggest(local, zone)}`,
      )
    )
  }
  if (rfc822.test(text)) {
    return timeFault(
      'date-rfc822',
      'e-mail and RSS write times like this, stories do not',
      rfc822Hint(text, zone),
    )
  }
  if (twoDigitYear.test(text))
    return timeFault('date-two-digit-year', 'the year has two digits', otherHint(text, zone))
  if (wrongYear.test(text))
    return timeFault('date-year-out-of-range', 'the year must have four digits, 1800 to 2199', example(zone))
  const parts = nearly.exec(text)
  if (parts === null)
    return timeFault(
      'date-not-rfc3339',
      'this is not a time in the form that is needed',
      otherHint(text, zone),
    )
  const local = localOf(parts)
  const wrong = calendarFault(local)
  if (wrong !== null) return wrong
  const offset = parts[7]
  if (offset === undefined) return missingOffset(local, zone)
  const [zoned, date, clock] = [cleanOffset(offset), cleanDate(local), cleanClock(local)]
  const message = slipIn(parts, zoned, clock) ?? 'this is nearly a time in the form that is needed'
  return timeFault('date-not-rfc3339', message, `write ${date}T${clock}${zoned}`)
}

const pad = (value: number): string => String(value).padStart(2, '0')

const cleanDate = ({ year, month, day }: LocalTime): string => `${year}-${pad(month)}-${pad(day)}`

const cleanClock = ({ hour, minute, second }: LocalTime): string =>
  `${pad(hour)}:${pad(minute)}:${pad(second)}`

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
