// Every time on a page is readable and comes from one of the page's stories; a story's page shows all of its times.

import type { Instant } from '../../domain/instant.ts'
import type { DrawnPage } from '../../pages/planned-page.ts'
import { shownTimeClass } from '../../time/shown-time.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'
import type { HtmlParts } from './html-parts.ts'

const dayOrMonth = /^\d{4}-\d{2}(-\d{2})?$/

export const checkTimes = (page: DrawnPage, parts: HtmlParts, zone: string): readonly PageFault[] => {
  const faults: PageFault[] = []
  const strays = strayTimes(page, parts, zone)
  for (const { datetime, role, text, offset } of parts.times) {
    if (strays.has(datetime) && role !== shownTimeClass) {
      faults.push({
        code: 'time-not-of-story',
        message: `no story on this page has the time “${datetime}”`,
        hint: 'print times with the filter rfc3339',
        offset,
      })
    }
    if (text.trim() === '' || /Invalid DateTime|undefined|\bNaN\b/.test(text)) {
      faults.push({
        code: 'time-not-readable',
        message: `the text of the time ${datetime} is not readable: “${text.trim()}”`,
        hint: 'print it with a filter such as readerDate or readerDateTime',
        offset,
      })
    }
  }
  for (const { role, instant } of page.expected.times ?? []) {
    const wanted = rfc3339(instant, zone)
    const isThere = parts.times.some(
      time => time.role.split(/\s+/).includes(role) && time.datetime === wanted,
    )
    if (isThere) continue
    const message = `the page does not show its ${role} time ${wanted}`
    const hint = `add <time class="${role}" datetime="…"> to the layout of this page`
    faults.push({ code: 'time-missing', message, hint, offset: 0 })
  }
  return faults
}

/**
 * The times on the page that are in none of its stories. A page shows fewer times than its data holds numbers and texts,
 * so what it shows is turned into what the data would hold, not the other way round.
 */
const strayTimes = (page: DrawnPage, parts: HtmlParts, zone: string): ReadonlySet<string> => {
  const shown = new Map(parts.times.map(({ datetime }) => [datetime, asInData(datetime, zone)]))
  const missing = new Set<unknown>(shown.values())
  removeFound(page.data, missing)
  return new Set([...shown].filter(([, value]) => missing.has(value)).map(([datetime]) => datetime))
}

/** A day or a month is a text, a time as the site writes it an instant; anything else is in no data. */
const asInData = (datetime: string, zone: string): string | number | null => {
  if (dayOrMonth.test(datetime)) return datetime
  if (!/^\d{4}-\d\d-\d\dT/.test(datetime)) return null
  const instant = Date.parse(datetime) as Instant
  return !Number.isNaN(instant) && rfc3339(instant, zone) === datetime ? instant : null
}

/** Of the instants in a page's data. */
const namesOfTimes = /^(?:at|date|embargo|expires|lastChange|modified|release|until|updated)$/

/**
 * Numbers this large in a page's data are instants: nothing else that a page shows counts to ten million. Smaller ones
 * are by their names: many an old archive has stories of the first hours of 1970, where it knew no date.
 */
const isInstant = (value: number, name: string): boolean =>
  Math.abs(value) > 10_000_000 || namesOfTimes.test(name)

const removeFound = (value: unknown, missing: Set<unknown>, name = ''): void => {
  if (missing.size === 0) return
  if (typeof value === 'number') {
    if (isInstant(value, name)) missing.delete(value)
  } else if (typeof value === 'string') {
    if (dayOrMonth.test(value)) missing.delete(value)
  } else if (Array.isArray(value)) {
    for (const inner of value) removeFound(inner, missing)
  } else {
    const data = value as Readonly<Record<string, unknown>> | null
    for (const inner in data) removeFound(data[inner], missing, inner)
  }
}
