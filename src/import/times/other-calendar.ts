// Days of other calendars as days of ours, found by asking Intl what each day of a year is called in the other one.

import { remember } from '../../domain/remember.ts'
import { partsIn } from './month-names.ts'

/** Years of the Japanese calendar say nothing without their era. */
const noOthers = new Set(['gregory', 'iso8601', 'japanese'])

/** Those that Intl knows: "persian", "islamic-umalqura", "buddhist". */
export const otherCalendars: readonly string[] = Intl.supportedValuesOf('calendar').filter(
  name => !noOthers.has(name),
)

/** `month`: a number, or the label that Intl has for it ("Sivan", "4bis"). */
type DayOfCalendar = { readonly year: number; readonly month: number | string; readonly day: number }

const dayLength = 86_400_000
const [firstDay, lastDay] = [Date.UTC(1800, 0, 1), Date.UTC(2199, 11, 31)].map(time => time / dayLength) as [
  number,
  number,
]

/** The day at midnight UTC; null when the calendar has no such day in the years from 1800 to 2199. */
export const timeInCalendar = (calendar: string, { year, month, day }: DayOfCalendar): number | null =>
  daysOfYear(`${calendar} ${year}`).get(`${month} ${day}`) ?? null

/** A year of two digits as that of a day from 1969 on: "99" is 1399 in the Persian calendar. */
export const fullYearIn = (calendar: string, year: number): number => {
  const first = yearsOf(calendar)(Date.UTC(1969, 0, 1))
  return first + ((((year - first) % 100) + 100) % 100)
}

const yearsOf = remember(20, (calendar: string) => {
  const parts = partsIn('en', calendar, 'numeric')
  return (time: number): number => yearIn(parts(time))
})

/** Calendars of China count theirs by cycles, and have one of ours beside it. */
const yearIn = (parts: ReadonlyMap<string, string>): number =>
  Number(parts.get('year') ?? parts.get('relatedYear') ?? Number.NaN)

/** `key`: a calendar and a year. A few hundred days, asked once for all stories of the year. */
const daysOfYear = remember(400, (key: string): ReadonlyMap<string, number> => {
  const [calendar = '', text = ''] = key.split(' ')
  const year = Number(text)
  const parts = partsIn('en', calendar, 'numeric')
  const yearOf = yearsOf(calendar)
  const days = new Map<string, number>()
  for (let day = firstDayFrom(year, yearOf); day <= lastDay; day++) {
    const found = parts(day * dayLength)
    if (yearIn(found) !== year) break
    days.set(`${found.get('month')} ${found.get('day')}`, day * dayLength)
  }
  return days
})

/** Years go up from day to day, so that the first day of one is found by halves. */
const firstDayFrom = (year: number, yearOf: (time: number) => number): number => {
  let [low, high] = [firstDay, lastDay + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (yearOf(middle * dayLength) < year) low = middle + 1
    else high = middle
  }
  return low
}
