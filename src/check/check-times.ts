// Every time on a page has its form and is one that the page's stories hold; a story's own are all there.

import type { Instant } from '../domain/instant.ts'
import type { PlannedPage } from '../plan/plan-site.ts'
import { rfc3339 } from '../time/wire-time.ts'
import type { PageFault } from './page-problem.ts'
import type { HtmlFacts } from './read-html.ts'

const day = /^\d{4}-\d{2}(-\d{2})?$/

export const checkTimes = (page: PlannedPage, facts: HtmlFacts, zone: string): readonly PageFault[] => {
  const faults: PageFault[] = []
  const known = new Set(instantsIn(page.data).map(instant => rfc3339(instant, zone)))
  const days = new Set(stringsIn(page.data).filter(text => day.test(text)))
  for (const { datetime, text, offset } of facts.times) {
    const report = (code: string, message: string, hint: string) =>
      faults.push({ code, message, hint, spot: { offset, words: '' } })
    if (!known.has(datetime) && !days.has(datetime)) {
      report(
        'time-not-of-story',
        `the time “${datetime}” is in none of its stories`,
        'print times with the filter rfc3339',
      )
    }
    if (text.trim() === '' || /Invalid DateTime|undefined|\bNaN\b/.test(text)) {
      report(
        'time-not-readable',
        `the time ${datetime} reads “${text.trim()}”`,
        'print times with the filters readerDate, readerMoment …',
      )
    }
  }
  for (const { role, instant } of requiredTimes(page)) {
    const wanted = rfc3339(instant, zone)
    const isThere = facts.times.some(
      time => time.role.split(/\s+/).includes(role) && time.datetime === wanted,
    )
    if (isThere) continue
    const message = `the ${role} time ${wanted} is not on the page`
    const hint = `its layout needs <time class="${role}" datetime="…">`
    faults.push({ code: 'time-missing', message, hint, spot: { offset: 0, words: '' } })
  }
  return faults
}

type StoryTimes = {
  readonly date: Instant
  readonly modified: Instant | null
  readonly corrections: readonly { readonly date: Instant }[]
}

const requiredTimes = (page: PlannedPage): readonly { role: string; instant: Instant }[] => {
  if (page.kind !== 'story') return []
  const { date, modified, corrections } = page.data.story as StoryTimes
  return [
    { role: 'published', instant: date },
    ...(modified === null ? [] : [{ role: 'updated', instant: modified }]),
    ...corrections.map(correction => ({ role: 'corrected', instant: correction.date })),
  ]
}

/** Numbers this large in a page's data are instants: nothing else that a page shows counts to ten million. */
const instantsIn = (value: unknown): Instant[] => {
  if (typeof value === 'number') return Math.abs(value) > 10_000_000 ? [value as Instant] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(instantsIn)
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
