// A wall-clock reading without an offset, and the instants it can mean in a zone.

import { DateTime } from 'luxon'
import type { Instant } from '../domain/instant.ts'

export type LocalTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** None when the clocks skip it, two (earlier first) when they repeat it, else one. The numbers must be possible. */
export const instantsOfLocal = (local: LocalTime, zone: string): readonly Instant[] => {
  const guess = DateTime.fromObject(local, { zone })
  const isSame = (time: DateTime) =>
    time.hour === local.hour && time.minute === local.minute && time.day === local.day
  if (!guess.isValid || !isSame(guess)) return []
  return guess
    .getPossibleOffsets()
    .filter(isSame)
    .map(time => time.toMillis() as Instant)
    .sort((one, other) => one - other)
}
