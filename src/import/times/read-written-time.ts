// A date as people write it, in any spelling that can mean only one thing.

import { calendarFault } from '../../time/calendar-fault.ts'
import { latinDigits } from '../../time/latin-digits.ts'
import type { LocalTime } from '../../time/local-time.ts'
import { type Clock, clockInText } from './clock-in-text.ts'
import { type DateStyle, type DayInText, plainStyle } from './date-style.ts'
import { dayInText } from './day-in-text.ts'
import type { DayQuestion } from './day-order.ts'
import { numberAsTime } from './number-as-time.ts'
import { fullYearIn, timeInCalendar } from './other-calendar.ts'

export type WrittenTime = {
  readonly local: LocalTime
  readonly hasClock: boolean
  /** "+05:30", "Z", an IANA zone, or null when none is written. */
  readonly zone: string | null
  /** The day as it was written, where that is one of another calendar. */
  readonly writtenDay: string | null
}

/** `impossible`: it is a date, but no calendar has it. `unclear`: it could be two dates. */
export type TimeReading =
  | {
      readonly kind: 'read'
      readonly time: WrittenTime
      /** What the report says of it, where it could be read otherwise. */
      readonly guesses: readonly string[]
      /** Of numbers that are a date in one order only. */
      readonly question: DayQuestion | null
    }
  | { readonly kind: 'unclear'; readonly reason: string; readonly question: DayQuestion | null }
  | { readonly kind: 'impossible' | 'unreadable'; readonly reason: string }

export const readWrittenTime = (value: unknown, style: DateStyle = plainStyle): TimeReading => {
  const written = latinDigits(String(value))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/^[\s"']+|[\s"']+$/g, '')
  const isNumber = /^[+-]?\d+(?:\.\d+)?$/.test(written) && !/^\d{1,2}\.\d{1,2}$/.test(written)
  const number = isNumber ? numberAsTime(written) : null
  const text = number?.text ?? inUsualOrder(written)
  // A number counts days of ours.
  const ours = number === null ? style : { ...style, calendar: number.guess === null ? style.calendar : null }
  const day = dayInText(text, ours)
  if (day === null) return { kind: 'unreadable', reason: `“${written}” is not a date` }
  if (day.kind === 'unclear') return day
  const reading = withClock(day, ours)
  const guess = number?.guess ?? null
  return reading.kind === 'read' && guess !== null
    ? { ...reading, guesses: [guess, ...reading.guesses] }
    : reading
}

/** Digits alone as ISO 8601 writes them; the time of day behind the day, where it stands before it or in it. */
const inUsualOrder = (text: string): string =>
  text
    .replace(/^(\d{4})(\d{2})(\d{2})(?=T)/, '$1-$2-$3')
    .replace(/^(?:\p{L}+\s+)?(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?),?\s+(.*\d.*)$/iu, '$2 $1')
    .replace(
      /^(\D*\d{1,2}),?\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([A-Z]{2,5}|[+-]\d{4})\s+)?(\d{4})$/,
      (_, day: string, clock: string, zone = '', year: string) => `${day} ${year} ${clock} ${zone}`.trim(),
    )

type FoundDay = Extract<DayInText, { readonly kind: 'day' }>

const withClock = (found: FoundDay, style: DateStyle): TimeReading => {
  const reading = clockInText(found.rest, found.hasWords)
  const dated = inOurCalendar(found, style)
  if (typeof dated === 'string') return { kind: 'impossible', reason: dated }
  if ('fault' in reading) return { kind: 'unreadable', reason: reading.fault }
  const { clock } = reading
  const { hour = 0, minute = 0, second = 0, zone = null }: Partial<Clock> = clock ?? {}
  const local = { ...dated.day, hour, minute, second }
  const fault = calendarFault(style.hasAnyYear ? { ...local, year: 2000 } : local)
  if (fault !== null) {
    const isOther = style.calendar === null && fault.code === 'date-year-out-of-range'
    const hint = isOther ? `${fault.hint}; name another calendar with --calendar` : fault.hint
    return { kind: 'impossible', reason: `${fault.message}; ${hint}` }
  }
  const guesses = [
    ...dated.guesses,
    ...(found.isForeign ? ['Read the name of a month in another language than English'] : []),
    ...(clock?.isBareHour ? ['Read a number behind a date as the hour'] : []),
  ]
  const time = { local, hasClock: clock !== null, zone, writtenDay: dated.writtenDay }
  return { kind: 'read', time, guesses, question: found.question }
}

type DatedDay = {
  readonly day: Pick<LocalTime, 'year' | 'month' | 'day'>
  readonly writtenDay: string | null
  readonly guesses: readonly string[]
}

const yearGuess = 'Read a year of two digits as one from 1969 to 2068'

/** A text says why it is no day. */
const inOurCalendar = (
  { day, hasShortYear, isOurs }: FoundDay,
  { calendar }: DateStyle,
): DatedDay | string => {
  const guesses = hasShortYear ? [yearGuess] : []
  const { year, month } = day
  const inCalendar = calendar === null || isOurs ? null : calendar
  if (inCalendar !== null) {
    const full = hasShortYear ? fullYearIn(inCalendar, year) : year
    const time = timeInCalendar(inCalendar, { ...day, year: full })
    const [iso = ''] = time === null ? [] : new Date(time).toISOString().split('T')
    const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
    const two = (part: number | string) => String(part).padStart(2, '0')
    const writtenDay = typeof month === 'number' ? `${full}-${two(month)}-${two(day.day)}` : null
    const note = `Read a date of the calendar ${inCalendar}`
    if (time !== null) return { day: { year: y, month: m, day: d }, writtenDay, guesses: [note, ...guesses] }
  }
  if (typeof month === 'string' || (inCalendar !== null && (hasShortYear || year < 1800 || year > 2199)))
    return `there is no ${day.day} of month ${month} in the year ${year} of the calendar ${calendar}`
  const full = hasShortYear ? year + (year < 69 ? 2000 : 1900) : year
  const ours =
    inCalendar === null ? [] : [`Read a date that the calendar ${calendar} does not have as one of ours`]
  return { day: { year: full, month, day: day.day }, writtenDay: null, guesses: [...ours, ...guesses] }
}
