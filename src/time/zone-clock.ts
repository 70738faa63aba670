// The clock of a zone: its reading at an instant, and its offset from UTC.

import { DateTime, Settings } from 'luxon'
import type { Instant } from '../domain/instant.ts'
import { remember } from '../domain/remember.ts'
import { steadyInDays } from './steady-in-days.ts'

// A time that cannot be formatted must stop the build, not appear on a page as "Invalid DateTime".
Settings.throwOnInvalid = true

declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true
  }
}

type ZoneClock = {
  /** UTC under one of its names: its times are written with Z. */
  readonly isUtc: boolean
  /** In minutes; of before the zones with a fraction, as in +05:53:28. */
  readonly offsetAt: (instant: Instant) => number
}

/** Throws when there is no such zone: luxon lets it pass. */
export const clockOf: (zone: string) => ZoneClock = remember(100, (name: string) => {
  const { zone } = DateTime.fromMillis(0, { zone: name })
  if (Number.isNaN(zone.offset(0))) throw new RangeError(`there is no time zone “${name}”`)
  return { isUtc: zone.isUniversal && zone.offset(0) === 0, offsetAt: steadyInDays(at => zone.offset(at)) }
})

/** The clock's reading, as the UTC of a date. Throws on anything but an instant: luxon lets it pass. */
export const readingAt = (instant: Instant, offset: number): Date => {
  const reading = new Date(instant + offset * 60_000)
  if (!Number.isFinite(instant) || Number.isNaN(reading.getTime()))
    throw new RangeError(`cannot print ${instant}: it is not a time`)
  return reading
}
