// The flag --now: the instant a run is for.

import type { Instant } from '../domain/instant.ts'
import { readClock } from '../system/clock.ts'

export const nowHelp =
  '--now=<RFC 3339>            build as at this instant (default: DATELINE_NOW, else the clock)'

/** Throws a plain message when the flag is no time. */
export const readNow = (flag: string | undefined): Instant => {
  const now = readClock(flag ?? process.env.DATELINE_NOW)
  if (now.ok) return now.value
  throw new Error(`--now: ${now.fault.message}; ${now.fault.hint}`)
}
