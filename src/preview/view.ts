// What somebody looks at in the preview: the site with drafts, as readers have it now, or as they will at an instant.

import type { Instant } from '../domain/instant.ts'
import { isDay } from '../time/calendar-fault.ts'
import { instantsOfLocal } from '../time/local-time.ts'

/** `at`: what is held until later than that is not there, and what is due by then has happened. */
export type View =
  | { readonly kind: 'drafts' }
  | { readonly kind: 'readers' }
  | { readonly kind: 'at'; readonly at: Instant }

/** Tells two views apart. */
export const nameOfView = (view: View): string => (view.kind === 'at' ? `at ${view.at}` : view.kind)

const written = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/** `time`: as a form field for a local time gives it, read in the site's zone. Null where there is no such time. */
export const instantOfField = (time: string, timezone: string): Instant | null => {
  const parts = written
    .exec(time)
    ?.slice(1)
    .map(part => Number(part ?? 0))
  if (!parts || !isDay(time.slice(0, 10))) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (hour > 23 || minute > 59 || second > 59) return null
  // Of an hour that the clocks repeat, the later one: all that was due in it has happened.
  return instantsOfLocal({ year, month, day, hour, minute, second }, timezone).at(-1) ?? null
}
