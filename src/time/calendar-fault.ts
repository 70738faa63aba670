// Finds impossible numbers in a written time, whatever its zone.

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

const pad = (value: number): string => String(value).padStart(2, '0')

const nextDay = ({ year, month, day }: LocalTime): string =>
  new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)

/** The first fault of a local time's numbers, or null. Years run from 1800 to 2199, so that a slipped digit is found. */
export const calendarFault = (local: LocalTime): TimeFault | null => {
  const { year, month, day, hour, minute, second } = local
  if (year < 1800 || year > 2199) {
    return timeFault(
      'date-year-out-of-range',
      `the year ${year} is out of range`,
      'years run from 1800 to 2199',
    )
  }
  const monthName = monthNames[month - 1]
  if (monthName === undefined) {
    const swapped = day >= 1 && day <= 12 && month <= daysIn(year, day)
    const hint = `months run from 01 to 12${swapped ? `; for ${month} ${monthNames[day - 1]} write ${year}-${pad(day)}-${pad(month)}` : ''}`
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
      `write 00:00:00 of the next day: ${nextDay(local)}T00:00:00`,
    )
  }
  if (second === 60) {
    return timeFault('date-leap-second', 'feed readers do not support leap seconds', 'write second 59')
  }
  if (hour > 24 || minute > 59 || second > 60) {
    return timeFault(
      'date-impossible-time',
      'this time of day does not exist',
      'hours run to 23, minutes and seconds to 59',
    )
  }
  return null
}
