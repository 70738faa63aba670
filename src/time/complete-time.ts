// A local time as it should be written, with all its digits and an offset, for advice.

import { DateTime } from 'luxon'
import type { Instant } from '../domain/instant.ts'
import { instantsOfLocal, type LocalTime } from './local-time.ts'
import { rfc3339 } from './wire-time.ts'

// From -12:00 to +14:00, in quarters of an hour.
const possibleOffset = /^(?:Z|[+-](?:0\d|1[01]):(?:00|15|30|45)|-12:00|\+1[23]:(?:00|15|30|45)|\+14:00)$/

export const isPossibleOffset = (offset: string): boolean => possibleOffset.test(offset)

/** With its own offset if that is one; else as the clocks of the zone have it: twice if they repeat it, later if they skip it. */
export const completeTime = (local: LocalTime, zone: string, offset: string | null = null): string => {
  if (offset !== null && isPossibleOffset(offset)) return `${plainTime(local)}${offset}`
  const instants = instantsOfLocal(local, zone)
  const moved = DateTime.fromObject(local, { zone }).toMillis() as Instant
  return (instants.length === 0 ? [moved] : instants).map(instant => rfc3339(instant, zone)).join(' or ')
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** "2024-10-24T09:30:00": without an offset it is not complete. */
export const plainTime = ({ year, month, day, hour, minute, second }: LocalTime): string =>
  `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`

/** For an example: "2024-10-24". */
export const halfPastNine = (written: string): LocalTime => {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number)
  return { year, month, day, hour: 9, minute: 30, second: 0 }
}
