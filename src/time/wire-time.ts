// The forms that machines read. They never take the reader's language, whatever the machine's locale is.

import { DateTime, type DateTimeJSOptions, Settings } from 'luxon'
import type { Day, Instant } from '../domain/instant.ts'

// A time that cannot be formatted must stop the build, not stand in a page as "Invalid DateTime".
Settings.throwOnInvalid = true

declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true
  }
}

/** Throws on what is no instant or no zone: luxon lets both pass. */
export const timeAt = (instant: Instant, options: DateTimeJSOptions): DateTime => {
  if (!Number.isFinite(instant)) throw new RangeError(`there is no time to print, but ${instant}`)
  const time = DateTime.fromMillis(instant, options)
  if (Number.isNaN(time.toMillis())) throw new RangeError(`there is no time zone “${options.zone}”`)
  return time
}

const inZone = (instant: Instant, zone: string): DateTime =>
  timeAt(instant, { zone, locale: 'en-US', numberingSystem: 'latn' })

/** Times of before the zones have offsets that no wire format can write, such as +05:53:28: they are written in UTC. */
const onWire = (instant: Instant, zone: string): DateTime => {
  const time = inZone(instant, zone)
  return time.offset % 15 === 0 ? time : time.toUTC()
}

/** RFC 3339, "2024-10-24T09:30:00+05:30". */
export const rfc3339 = (instant: Instant, zone: string): string =>
  onWire(instant, zone).toISO({ suppressMilliseconds: true })

/** RFC 822 as RSS wants it: English names, four-digit year, numeric offset, "Thu, 24 Oct 2024 09:30:00 +0530". */
export const rfc822 = (instant: Instant, zone: string): string => onWire(instant, zone).toRFC2822()

/** The calendar day in the zone, "2024-10-24". */
export const dayOf = (instant: Instant, zone: string): Day => inZone(instant, zone).toISODate()

/** The year in the zone, four digits. */
export const yearOf = (instant: Instant, zone: string): string => dayOf(instant, zone).slice(0, 4)
