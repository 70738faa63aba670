// The forms that readers read: the site's language, in the site's zone.

import { DateTime } from 'luxon'
import type { Day, Instant, Month } from '../domain/instant.ts'
import { timeAt } from './wire-time.ts'

/** How one site writes times for people. Every function throws on what is not a time. */
export type ReaderTime = {
  /** "24 October 2024" */
  readonly date: (instant: Instant) => string
  /** "9:30 am" */
  readonly clock: (instant: Instant) => string
  /** "24 October 2024, 9:30 am IST" */
  readonly moment: (instant: Instant) => string
  /** "Thursday, 24 October 2024" */
  readonly day: (day: Day) => string
  /** "October 2024" */
  readonly month: (month: Month) => string
  /** "October" */
  readonly monthName: (month: Month) => string
}

// Newer ICU puts narrow no-break spaces into times, older ICU plain ones: the bytes must not depend on Node's version.
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

export const createReaderTime = (timezone: string, language: string): ReaderTime => {
  const at = (instant: Instant) =>
    timeAt(instant, { zone: timezone, locale: language, outputCalendar: 'gregory' })
  const onDay = (day: Day) =>
    DateTime.fromISO(day, { zone: 'utc', locale: language, outputCalendar: 'gregory' })
  const write = (time: DateTime, form: Intl.DateTimeFormatOptions) => plainSpaces(time.toLocaleString(form))
  const date = (instant: Instant) => write(at(instant), { day: 'numeric', month: 'long', year: 'numeric' })
  const clock = (instant: Instant) => write(at(instant), { hour: 'numeric', minute: '2-digit' })
  const zoneName = (instant: Instant) => at(instant).toFormat('ZZZZ')
  return {
    date,
    clock,
    moment: instant => `${date(instant)}, ${clock(instant)} ${zoneName(instant)}`,
    day: day => write(onDay(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: month => write(onDay(`${month}-01`), { month: 'long', year: 'numeric' }),
    monthName: month => write(onDay(`${month}-01`), { month: 'long' }),
  }
}
