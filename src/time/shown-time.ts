// A time that a text is about, such as the entry of a timeline: a year, a month, a day, or an instant.

import type { Day, Month } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { type TimeFault, timeFault } from './calendar-fault.ts'
import { readOtherSpelling } from './other-spellings.ts'
import { parseInstant } from './parse-instant.ts'
import type { ReaderTime } from './reader-time.ts'
import { rfc3339 } from './wire-time.ts'

/** No field of a story has such times: by this class the checks of pages accept them. */
export const shownTimeClass = 'told'

export type ShownTime = {
  /** The value of HTML's `datetime`. */
  readonly machine: string
  readonly words: (reader: ReaderTime) => string
}

/** "2019", "2024-10", "2024-10-24" or RFC 3339 with an offset. Years from 1000 on: a timeline may be of any past. `today`: for advice. */
export const parseShownTime = (
  text: string,
  zone: string,
  today = '2024-10-24',
): Result<ShownTime, TimeFault> => {
  if (/T/.test(text)) {
    const instant = parseInstant(text, zone, today)
    if (!instant.ok) return instant
    const { value } = instant
    return success({ machine: rfc3339(value, zone), words: reader => reader.dateTime(value) })
  }
  const [, year, month, day] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined || !exists(text))
    return failure(
      timeFault('date-not-told', `“${text}” is not a day, a month or a year`, adviceFor(text, today)),
    )
  if (day !== undefined) return success({ machine: text, words: reader => reader.dateOfDay(text as Day) })
  if (month !== undefined) return success({ machine: text, words: reader => reader.month(text as Month) })
  return success({ machine: text, words: reader => reader.year(text) })
}

const adviceFor = (text: string, today: string): string => {
  const days = readOtherSpelling(text)?.readings.map(({ year, month, day }) =>
    [year, month, day].map(twoDigits).join('-'),
  )
  return days
    ? `write ${days.join(' or ')}`
    : `write ${today}, ${today.slice(0, 7)}, ${today.slice(0, 4)}, or a full time`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** 31 June does not. */
const exists = (text: string): boolean => {
  const date = new Date(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
