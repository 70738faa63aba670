// Finds impossible numbers in a written time, whatever its zone.

import { plainTime } from './complete-time.ts'
import type { LocalTime } from './local-time.ts'

/** Why a written time is not accepted. `code` is permanent, `hint` says what to write instead. */
export type TimeFault = { readonly code: string; readonly message: string; readonly hint: string }

export const timeFault = (code: string, message: string, hint: string): TimeFault => ({ code, message, hint })

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** "2024-02-30" → false. The text is four, two and two digits with hyphens. */
export const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

const nextMidnight = ({ year, month, day }: LocalTime): LocalTime => {
  const next = new Date(Date.UTC(year, month - 1, day + 1))
  return {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  }
}

const hasWrongClock = ({ hour, minute, second }: LocalTime): boolean =>
  hour > 23 || minute > 59 || second > 59

/** Whether it is one but for its second, which is a leap second's. */
const isLeapSecond = ({ hour, minute, second }: LocalTime): boolean =>
  second === 60 && hour < 24 && minute < 60

/** The first fault of a local time's numbers, or null. Years run from 1800 to 2199, so that a slipped digit is found. `write` completes a time for advice. */
export const calendarFault = (
  local: LocalTime,
  write: (local: LocalTime) => string = plainTime,
): TimeFault | null => {
  const { year, month, day, hour } = local
  if (year < 1800 || year > 2199) {
    return timeFault(
      'date-year-out-of-range',
      `the year ${year} is out of range`,
      'years run from 1800 to 2199',
    )
  }
  const monthName = monthNames[month - 1]
  if (monthName === undefined) {
    const swapped = { ...local, month: day, day: month }
    const isSwapped = day >= 1 && day <= 12 && month <= daysIn(year, day) && !hasWrongClock(local)
    const hint = `months run from 01 to 12${isSwapped ? `; for ${month} ${monthNames[day - 1]} write ${write(swapped)}` : ''}`
    return timeFault('date-impossible-day', `there is no month ${month}`, hint)
  }
  const last = daysIn(year, month)
  if (day < 1 || day > last) {
    return timeFault(
      'date-impossible-day',
      `there is no ${day} ${monthName} ${year}`,
      `${monthName} ${year} ends on the ${last}th`.replace('31th', '31st'),
    )
  }
  if (hour === 24) {
    return timeFault(
      'date-hour-24',
      'the hour 24 is ambiguous: one day ends there, and the next begins',
      `write 00:00:00 of the next day: ${write(nextMidnight(local))}`,
    )
  }
  if (isLeapSecond(local)) {
    const hint = `write second 59: ${write({ ...local, second: 59 })}`
    return timeFault('date-leap-second', 'feed readers do not support leap seconds', hint)
  }
  if (hasWrongClock(local)) {
    return timeFault(
      'date-impossible-time',
      'this time of day does not exist',
      'hours run to 23, minutes and seconds to 59',
    )
  }
  return null
}
