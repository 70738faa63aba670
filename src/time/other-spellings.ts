// Reads times as people write them elsewhere, for advice only: "24.10.2024 9:30", "Oct 24, 2024", "10/24/2024 9:30 pm".

import { calendarFault } from './calendar-fault.ts'
import type { LocalTime } from './local-time.ts'

export type OtherSpelling = {
  /** What it can mean: "10/11/2024" is a day of October or of November. At least one, each possible. */
  readonly readings: readonly LocalTime[]
  /** Whether a time of day is written as well; else it is half past nine. */
  readonly hasClock: boolean
  /** As it should be written; null when there is none, or only the name of a zone. */
  readonly offset: string | null
}

type Day = Pick<LocalTime, 'year' | 'month' | 'day'>
type Clock = Pick<LocalTime, 'hour' | 'minute' | 'second'>

/** `today`: the day of a time of day that stands alone; without it, null when no day can be found. */
export const readOtherSpelling = (text: string, today: string | null = null): OtherSpelling | null => {
  const { clock, rest, offset } = takeClock(text.trim())
  const day = rest.trim().replace(/[,;]+$/, '')
  const days = daysIn(clock !== null && day === '' ? (today ?? '') : day)
  const hasClock = clock !== null
  const { hour, minute, second } = clock ?? { hour: 9, minute: 30, second: 0 }
  const readings = days
    .map(day => ({ ...day, hour, minute, second }))
    .filter(local => calendarFault(local) === null)
  return readings.length === 0 ? null : { readings: distinct(readings), hasClock, offset }
}

const clockPattern =
  /(?:^|[\sT,])(\d{1,2})(?:[:.h](\d{2}))(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?(?:\.?m\.?)?(?:\s*(?:uhr|hrs|h))?\s*(?:(z|utc|gmt)|([+-]\d{1,2})(?::?(\d{2}))?|([a-z]{3,5}))?$/i
const bareHour = /(?:^|[\s,])(\d{1,2})\s*([ap])\.?m\.?$/i

const takeClock = (
  text: string,
): { readonly clock: Clock | null; readonly rest: string; readonly offset: string | null } => {
  const [all = '', hour, minute, second = '0', half, utc, hours, minutes = '00'] =
    clockPattern.exec(text) ?? []
  const rest = text.slice(0, text.length - all.length)
  // "24.10.2024" has no clock in "10.20".
  if (hour !== undefined && !(rest === '' && /^\d+[.]\d+[.]/.test(all))) {
    const offset = utc ? 'Z' : hours ? `${hours[0]}${hours.slice(1).padStart(2, '0')}:${minutes}` : null
    const clock = { hour: hourOf(Number(hour), half), minute: Number(minute), second: Number(second) }
    return { clock, rest, offset }
  }
  const [whole = '', bare, when] = bareHour.exec(text) ?? []
  if (bare === undefined) return { clock: null, rest: text, offset: null }
  return {
    clock: { hour: hourOf(Number(bare), when), minute: 0, second: 0 },
    rest: text.slice(0, text.length - whole.length),
    offset: null,
  }
}

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What stands before them, such as the day of the week, is left out of account. */
const named = [
  /(?:^|[\s,])(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})$/i,
  /(?:^|[\s,])(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i,
]

const daysIn = (text: string): readonly Day[] => {
  for (const pattern of named) {
    const { day, month = '', year } = pattern.exec(text)?.groups ?? {}
    const at = months.indexOf(month.slice(0, 3).toLowerCase())
    if (at !== -1) return [{ year: Number(year), month: at + 1, day: Number(day) }]
  }
  const [, packed, packedMonth, packedDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (packed !== undefined)
    return [{ year: Number(packed), month: Number(packedMonth), day: Number(packedDay) }]
  const [, first = '', sign, second = '', third = ''] =
    /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(text) ?? []
  const [one, two, three] = [Number(first), Number(second), Number(third)]
  if (first.length === 4) return [{ year: one, month: two, day: three }]
  const dayFirst = { year: yearOf(third), month: two, day: one }
  const monthFirst = { year: yearOf(third), month: one, day: two }
  const numbers = sign === '.' ? [dayFirst] : [dayFirst, monthFirst]
  return third.length === 4
    ? numbers
    : third === ''
      ? []
      : [{ year: yearOf(first), month: two, day: three }, ...numbers]
}

const yearOf = (digits: string): number => (digits.length === 4 ? Number(digits) : 2000 + Number(digits))

const distinct = (readings: readonly LocalTime[]): readonly LocalTime[] => [
  ...new Map(readings.map(local => [JSON.stringify(local), local])).values(),
]
