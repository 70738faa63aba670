// What readers call the site's zone at an instant: "IST", and where clocks change "MEZ" or "MESZ".

import type { Instant } from '../domain/instant.ts'
import { steadyInDays } from './steady-in-days.ts'

export const createZoneName = (timezone: string, language: string): ((instant: Instant) => string) => {
  // Luxon would create such a format for each instant, which takes longer than formatting.
  const format = new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: 'short' })
  return steadyInDays(
    instant => format.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? '',
  )
}
