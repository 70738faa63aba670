// What readers call the site's zone at an instant: "IST", and where clocks change "MEZ" or "MESZ".

import type { Instant } from '../domain/instant.ts'
import { steadyInDays } from './steady-in-days.ts'

export const createZoneName = (timezone: string, language: string): ((instant: Instant) => string) => {
  // Luxon would make such a form for each instant, which takes longer than all that is made of it.
  const form = new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: 'short' })
  return steadyInDays(
    instant => form.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? '',
  )
}
