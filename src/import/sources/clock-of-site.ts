// The reading of the old site's clock at the time of a story, which its addresses are made of.

import type { Instant } from '../../domain/instant.ts'
import { instantsOfLocal, type LocalTime } from '../../time/local-time.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { plainStyle } from '../times/date-style.ts'
import type { DayOrder } from '../times/day-order.ts'
import { readWrittenTime } from '../times/read-written-time.ts'

type Clock = {
  /** The time is written without quotation marks, so that YAML takes it for UTC where it has seconds and no zone. */
  readonly isBare: boolean
  readonly zone: string | null
  /** How it reads 1/2/2020. */
  readonly order: DayOrder | null
}

/** What the clock of the old site showed; the numbers as they are written where it had no zone. */
export const clockOf = (value: unknown, { isBare, zone: siteZone, order }: Clock): LocalTime | null => {
  const reading = readWrittenTime(value, { ...plainStyle, order, hasAnyYear: true })
  if (reading.kind !== 'read') return null
  const { local, hasClock, zone } = reading.time
  const isUtc = zone === null && isBare && /\d:\d\d:\d\d\s*$/.test(String(value))
  const written = isUtc ? 'Z' : zone
  if (!hasClock || written === null || siteZone === null || local.year < 1800) return local
  const instant = written.includes('/') ? instantsOfLocal(local, written)[0] : atOffset(local, written)
  if (instant === undefined) return local
  const [year, month, day, hour, minute, second] = rfc3339(instant, siteZone)
    .split(/[-T:+Z]/)
    .map(Number)
  return { ...local, ...({ year, month, day, hour, minute, second } as LocalTime) }
}

/** Programs count with offsets that no clock has. */
const atOffset = ({ year, month, day, hour, minute, second }: LocalTime, offset: string): Instant => {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return (Date.UTC(year, month - 1, day, hour, minute, second) - ahead) as Instant
}
