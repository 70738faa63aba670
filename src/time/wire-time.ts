// Times as machines read them: never in the reader's language, whatever the computer's locale is.

import type { Day, Instant } from '../domain/instant.ts'
import { clockOf, readingAt } from './zone-clock.ts'

/** RFC 3339, "2024-10-24T09:30:00+05:30". */
export const rfc3339 = (instant: Instant, zone: string): string => {
  const { reading, offset, isUtc } = onWire(instant, zone)
  const iso = reading.toISOString()
  const text = iso.slice(0, iso.endsWith('.000Z') ? -5 : -1)
  return isUtc ? `${text}Z` : `${text}${written(offset, ':')}`
}

/** RFC 822 as RSS wants it: English names, four-digit year, numeric offset, "Thu, 24 Oct 2024 09:30:00 +0530". */
export const rfc822 = (instant: Instant, zone: string): string => {
  const { reading, offset } = onWire(instant, zone)
  return reading.toUTCString().replace('GMT', written(offset, ''))
}

/** The calendar day in the zone, "2024-10-24". */
export const dayOf = (instant: Instant, zone: string): Day =>
  readingAt(instant, clockOf(zone).offsetAt(instant)).toISOString().replace(/T.*/, '')

/** The year in the zone, four digits. */
export const yearOf = (instant: Instant, zone: string): string => dayOf(instant, zone).slice(0, 4)

/** Times of before the zones have offsets that no wire format can write, such as +05:53:28: they are written in UTC. */
const onWire = (instant: Instant, zone: string) => {
  const clock = clockOf(zone)
  const offset = clock.offsetAt(instant)
  return offset % 15 === 0
    ? { reading: readingAt(instant, offset), offset, isUtc: clock.isUtc }
    : { reading: readingAt(instant, 0), offset: 0, isUtc: true }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const written = (offset: number, between: string): string => {
  const minutes = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  return `${sign}${twoDigits(Math.floor(minutes / 60))}${between}${twoDigits(minutes % 60)}`
}
