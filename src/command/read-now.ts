// The flag --now: the instant a run is for.

import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { Instant } from '../domain/instant.ts'
import { readClock } from '../system/clock.ts'

export const nowHelp =
  '--now=<time>                build as if it were 2024-10-24T09:30:00+05:30, say (default: DATELINE_NOW, else the clock)'

export const nowOfStatusHelp =
  '--now=<time>                the day and time to go by, such as 2024-10-24T09:30:00+05:30 (default: DATELINE_NOW, else the clock)'

/** Throws a plain message when the flag, or else DATELINE_NOW, is not a time. */
export const readNow = (flag: string | undefined): Instant => {
  if (flag === '')
    throw new CalledWrongly('--now is empty; write a time such as --now=2024-10-24T09:30:00+05:30')
  const now = readClock(flag ?? process.env.DATELINE_NOW)
  if (now.ok) return now.value
  const name = flag === undefined ? 'DATELINE_NOW' : '--now'
  throw new CalledWrongly(`${name}: ${now.fault.message}; ${now.fault.hint}`)
}
