// Times as readers read them: in the site's language and the site's zone.

import { DateTime } from 'luxon'
import type { Day, Instant, Month } from '../domain/instant.ts'
import { remember } from '../domain/remember.ts'
import { clockOf, readingAt } from './zone-clock.ts'
import { createZoneName } from './zone-name.ts'

/** How one site writes times for people. Every function throws where it gets no time. */
export type ReaderTime = {
  /** "24 October 2024" */
  readonly date: (instant: Instant) => string
  /** "9:30 am" */
  readonly clock: (instant: Instant) => string
  /** "24 October 2024, 9:30 am IST" */
  readonly dateTime: (instant: Instant) => string
  /** "IST" */
  readonly zone: (instant: Instant) => string
  /** "Thursday, 24 October 2024" */
  readonly day: (day: Day) => string
  /** "24 October 2024" */
  readonly dateOfDay: (day: Day) => string
  /** "October 2024" */
  readonly month: (month: Month) => string
  /** "October" */
  readonly monthName: (month: Month) => string
  /** "2024", in the digits of the language. */
  readonly year: (year: string) => string
}

const minuteLength = 60_000
const minutesInDay = 1440
const dayLength = minutesInDay * minuteLength

// Newer ICU puts narrow no-break spaces into times, older ICU plain ones: the bytes must not depend on Node's version.
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

export const createReaderTime = (timezone: string, language: string): ReaderTime => {
  const { offsetAt } = clockOf(timezone)
  // All zones write a clock's reading alike, so it is written as if it were shown in UTC.
  const inUtc = { zone: 'utc', locale: language, outputCalendar: 'gregory' } as const
  const write = (time: DateTime, options: Intl.DateTimeFormatOptions) =>
    plainSpaces(time.toLocaleString(options))
  const dateOf = remember(20_000, (day: number) =>
    write(DateTime.fromMillis(day * dayLength, inUtc), { day: 'numeric', month: 'long', year: 'numeric' }),
  )
  const clockAt = remember(2 * minutesInDay, (minute: number) =>
    write(DateTime.fromMillis(minute * minuteLength, inUtc), { hour: 'numeric', minute: '2-digit' }),
  )
  const shown = (instant: Instant) => readingAt(instant, offsetAt(instant)).getTime()
  const date = (instant: Instant) => dateOf(Math.floor(shown(instant) / dayLength))
  const clock = (instant: Instant) => clockAt(Math.floor(shown(instant) / minuteLength) % minutesInDay)
  const zoneName = createZoneName(timezone, language)
  const comma = new Intl.Locale(language).maximize().script === 'Arab' ? '،' : ','
  const ofDay = (options: Intl.DateTimeFormatOptions) =>
    remember(20_000, (day: Day) => write(DateTime.fromISO(day, inUtc), options))
  const monthAndYear = ofDay({ month: 'long', year: 'numeric' })
  const monthOnly = ofDay({ month: 'long' })
  const yearOnly = ofDay({ year: 'numeric' })
  return {
    date,
    clock,
    dateTime: instant => `${date(instant)}${comma} ${clock(instant)} ${zoneName(instant)}`,
    zone: zoneName,
    day: ofDay({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dateOfDay: ofDay({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: month => monthAndYear(`${month}-01`),
    monthName: month => monthOnly(`${month}-01`),
    year: year => yearOnly(`${year}-01-01`),
  }
}
