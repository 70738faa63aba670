// A zone's offset and name rarely change: they are looked up at the ends of days, not at each instant.

import type { Instant } from '../domain/instant.ts'
import { remember } from '../domain/remember.ts'

const dayLength = 86_400_000

/** Exact where `lookUp` changes at most once a day. No zone has ever changed its clocks twice within three days. */
export const steadyInDays = <Value extends string | number>(
  lookUp: (instant: Instant) => Value,
): ((instant: Instant) => Value) => {
  const atStartOf = remember(20_000, (day: number) => lookUp((day * dayLength) as Instant))
  return instant => {
    const day = Math.floor(instant / dayLength)
    const value = atStartOf(day)
    return value === atStartOf(day + 1) ? value : lookUp(instant)
  }
}
