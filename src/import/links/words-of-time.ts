// The words of a time that patterns of addresses have: Jekyll has the most of them.

import type { LocalTime } from '../../time/local-time.ts'

const months = 'January February March April May June July August September October November December'
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'
const dayLength = 86_400_000

export const wordsOfTime = (time: LocalTime): Readonly<Record<string, string>> => {
  const { year, month, day, hour, minute, second } = time
  const two = (part: number) => String(part).padStart(2, '0')
  const date = Date.UTC(year, month - 1, day)
  const weekday = new Date(date).getUTCDay() || 7
  // The week of a day is that of its Thursday: ISO 8601.
  const thursday = date + (4 - weekday) * dayLength
  const weekYear = new Date(thursday).getUTCFullYear()
  const longMonth = months.split(' ')[month - 1] ?? ''
  const longDay = days.split(' ')[weekday - 1] ?? ''
  return {
    year: String(year),
    short_year: two(year % 100),
    month: two(month),
    i_month: String(month),
    short_month: longMonth.slice(0, 3),
    long_month: longMonth,
    day: two(day),
    i_day: String(day),
    y_day: String((date - Date.UTC(year, 0, 1)) / dayLength + 1).padStart(3, '0'),
    w_day: String(weekday),
    short_day: longDay.slice(0, 3),
    long_day: longDay,
    w_year: String(weekYear),
    week: two(Math.floor((thursday - Date.UTC(weekYear, 0, 1)) / dayLength / 7) + 1),
    hour: two(hour),
    minute: two(minute),
    second: two(second),
  }
}
