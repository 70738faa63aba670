// The reading of the old site's clock at the time of a story, which its addresses are made of.

import { instantsOfLocal, type LocalTime } from '../../time/local-time.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { readWrittenTime } from '../fields/read-written-time.ts'

/**
 * What the clock of the old site showed. `isBare`: the time is written without quotation marks, so that YAML takes it for
 * UTC where it has seconds and no zone.
 */
export const clockOf = (value: unknown, isBare: boolean, siteZone: string | null): LocalTime | null => {
  const reading = readWrittenTime(value)
  if (reading.kind !== 'read') return null
  const { local, hasClock, zone } = reading.time
  const isUtc = zone === null && isBare && /\d:\d\d:\d\d\s*$/.test(String(value))
  const written = isUtc ? 'Z' : zone
  if (!hasClock || written === null || siteZone === null) return local
  const two = (part: number) => String(part).padStart(2, '0')
  const text = `${local.year}-${two(local.month)}-${two(local.day)}T${two(local.hour)}:${two(local.minute)}:${two(local.second)}`
  const parsed = written.includes('/') ? null : parseInstant(`${text}${written}`, siteZone)
  const instant = parsed === null ? instantsOfLocal(local, written)[0] : parsed.ok ? parsed.value : undefined
  if (instant === undefined) return local
  const [year, month, day, hour, minute, second] = rfc3339(instant, siteZone)
    .split(/[-T:+Z]/)
    .map(Number)
  return { ...local, ...({ year, month, day, hour, minute, second } as LocalTime) }
}
