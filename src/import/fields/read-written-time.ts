// A date as people write it, in any spelling that can mean only one thing.

import { calendarFault } from '../../time/calendar-fault.ts'
import { isZone } from '../../time/is-zone.ts'
import type { LocalTime } from '../../time/local-time.ts'

export type WrittenTime = {
  readonly local: LocalTime
  readonly hasClock: boolean
  /** "+05:30", "Z", an IANA zone, or null when none is written. */
  readonly zone: string | null
}

/** `impossible`: it is a date, but no calendar has it. `unclear`: it could be two dates. */
export type TimeReading =
  | { readonly kind: 'read'; readonly time: WrittenTime }
  | { readonly kind: 'impossible' | 'unclear' | 'unreadable'; readonly reason: string }

type Day = { readonly year: number; readonly month: number; readonly day: number }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const longMonths =
  'january february march april may june july august september october november december sept'.split(' ')

const monthOf = (word: string | undefined): number => {
  const name = word?.toLowerCase() ?? ''
  return months.includes(name) || longMonths.includes(name) ? months.indexOf(name.slice(0, 3)) + 1 : 0
}

const dayOf = (year?: string, month?: string | number, day?: string): Day => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
})

const shapes: readonly (readonly [RegExp, (parts: RegExpExecArray) => Day | null])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, p => dayOf(p[1], p[2], p[3])],
  [/^(\d{4})(\d{2})(\d{2})(?=$|T)/, p => dayOf(p[1], p[2], p[3])],
  [
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})(?!\d)/u,
    p => dayOf(p[3], monthOf(p[2]), p[1]),
  ],
  [
    /^(?:\p{L}+\.?,?\s+)??(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u,
    p => dayOf(p[3], monthOf(p[1]), p[2]),
  ],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, p => dayOf(p[3], p[2], p[1])],
]

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/

export const readWrittenTime = (value: unknown): TimeReading => {
  if (typeof value === 'number' && !/^(?:18|19|20|21)\d{6}$/.test(String(value))) return ofEpoch(value)
  const text = String(value)
    .trim()
    .replace(/^["']|["']$/g, '')
  if (/^\d{9,13}$/.test(text)) return ofEpoch(Number(text))
  for (const [shape, toDay] of shapes) {
    const parts = shape.exec(text)
    const day = parts && toDay(parts)
    if (parts && day && day.month > 0) return withClock(day, text.slice(parts[0].length))
    if (parts && day && /\d[-/.]\d/.test(text)) return withClock(day, '')
  }
  const parts = slashed.exec(text)
  if (parts === null) return { kind: 'unreadable', reason: `“${text}” is not a date` }
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  if (first <= 12 && second <= 12 && first !== second) {
    return { kind: 'unclear', reason: `“${text}” could be two dates; write it as yyyy-mm-dd` }
  }
  const day = first > 12 ? dayOf(parts[3], parts[2], parts[1]) : dayOf(parts[3], parts[1], parts[2])
  return withClock(day, text.slice(parts[0].length))
}

const ofEpoch = (value: number): TimeReading => {
  const milliseconds = Math.abs(value) >= 1e11 ? value : value * 1000
  if (!Number.isFinite(value) || Math.abs(value) < 1e8 || Math.abs(milliseconds) > 7e12) {
    return { kind: 'unreadable', reason: `“${value}” is not a date` }
  }
  const [date = '', clock = ''] = new Date(milliseconds).toISOString().split('T')
  const [year, month, day] = date.split('-')
  return withClock(dayOf(year, month, day), `T${clock}`)
}

const clockPattern =
  /^(?:T|,?\s+(?:at\s+|-\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b)?\.?\s*(.*)$/i

const withClock = (day: Day, rest: string): TimeReading => {
  const parts = clockPattern.exec(rest)
  if (parts === null && rest.trim() !== '' && !/^\s*\(.*\)$/.test(rest)) {
    return { kind: 'unreadable', reason: `“${rest.trim()}” after the date is not a time` }
  }
  const hour = Number(parts?.[1] ?? 0)
  const half = parts?.[4]?.toLowerCase()
  const local: LocalTime = {
    ...day,
    hour: half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0),
    minute: Number(parts?.[2] ?? 0),
    second: Number(parts?.[3] ?? 0),
  }
  const fault = calendarFault(local)
  if (fault !== null) return { kind: 'impossible', reason: `${fault.message}; ${fault.hint}` }
  const zone = zoneOf(parts?.[5] ?? '')
  if (zone === undefined) return { kind: 'unreadable', reason: `“${parts?.[5]}” is not a time zone` }
  return { kind: 'read', time: { local, hasClock: parts !== null, zone } }
}

// RFC 822 names only these; other abbreviations mean different zones in different countries.
const named: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
}

/** Null when none is written; undefined when it is not understood. */
const zoneOf = (text: string): string | null | undefined => {
  const bare = text
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(?:GMT|UTC)(?=[+-])/i, '')
    .replace(/^\[|\]$/g, '')
    .trim()
  if (bare === '') return null
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(bare)
  if (offset) {
    const [, sign = '+', hours = '', minutes = '00'] = offset
    return `${sign}${hours.padStart(2, '0')}:${minutes}`
  }
  return named[bare.toUpperCase()] ?? (bare.includes('/') && isZone(bare) ? bare : undefined)
}
