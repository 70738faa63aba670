// The instant at which a zone's clocks show an hour of a day.

import { DateTime } from 'luxon'
import type { Day, Instant } from '../domain/instant.ts'

/** `hour`: "06:00". Where the clocks skip it, the instant at which they have. */
export const instantOfHour = (day: Day, hour: string, zone: string): Instant =>
  DateTime.fromISO(`${day}T${hour}`, { zone }).toMillis() as Instant
