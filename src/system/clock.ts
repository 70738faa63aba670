// The one place where the clock is read, but for how long something took.

import type { Instant } from '../domain/instant.ts'
import { type Result, success } from '../domain/result.ts'
import { parseInstant, type TimeFault } from '../time/parse-instant.ts'

/** The machine's time in ms, whatever instant a run is for: to compare with the times of files. No page shows it. */
export const presentTime = (): number => Date.now()

/** The instant a run is for: as given (`--now`, DATELINE_NOW), else the present second. */
export const readClock = (given: string | undefined): Result<Instant, TimeFault> => {
  if (given !== undefined && given !== '') return parseInstant(given, 'UTC')
  return success((Math.floor(presentTime() / 1000) * 1000) as Instant)
}
