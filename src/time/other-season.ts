// A time with the offset of the other half of the year: summer time in winter, or the reverse.
//
// Only that is taken for a slip. Any other offset may be meant: a story from abroad tells time as the clocks there do.

import type { Instant } from '../domain/instant.ts'
import { completeTime } from './complete-time.ts'
import { rfc3339 } from './wire-time.ts'
import { clockOf } from './zone-clock.ts'

export type OtherSeason = {
  /** What the zone has at that instant: "+02:00". */
  readonly right: string
  /** With the same reading of the clock. */
  readonly sameReading: string
  /** With another reading. */
  readonly sameInstant: string
}

const writtenTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?([+-])(\d{2}):(\d{2})$/
const month = 30 * 24 * 3_600_000
const aYear = Array.from({ length: 25 }, (_, index) => (index - 12) * month)

/** Null for a time whose offset is right, or that of another zone. `Z` says everywhere what it means. */
export const otherSeasonOf = (written: string, zone: string): OtherSeason | null => {
  const parts = writtenTime.exec(written)
  const instant = Date.parse(written) as Instant
  if (parts === null || Number.isNaN(instant)) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const offset = (parts[7] === '-' ? -1 : 1) * (Number(parts[8]) * 60 + Number(parts[9]))
  const { offsetAt } = clockOf(zone)
  const isSlip =
    offset !== offsetAt(instant) && aYear.some(away => offset === offsetAt((instant + away) as Instant))
  const sameInstant = rfc3339(instant, zone)
  // Clocks of before the zones cannot be written.
  if (!isSlip || sameInstant.endsWith('Z')) return null
  return {
    right: sameInstant.slice(-6),
    sameReading: completeTime({ year, month, day, hour, minute, second }, zone),
    sameInstant,
  }
}
