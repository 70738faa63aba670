// What a zone says of instants rarely changes: it is asked at the ends of days, not at each instant.

import type { Instant } from '../domain/instant.ts'
import { remember } from '../domain/remember.ts'

const dayLength = 86_400_000

/** Exact where `ask` changes at most once a day. No zone has ever changed its clocks twice within three days. */
export const steadyInDays = <Value extends string | number>(
  ask: (instant: Instant) => Value,
): ((instant: Instant) => Value) => {
  const atStartOf = remember(20_000, (day: number) => ask((day * dayLength) as Instant))
  return instant => {
    const day = Math.floor(instant / dayLength)
    const value = atStartOf(day)
    return value === atStartOf(day + 1) ? value : ask(instant)
  }
}
