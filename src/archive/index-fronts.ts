// Keeps what is asked of all listings at once: which there are, and when the stories on their fronts and of their months
// last changed.

import type { Instant, Month } from '../domain/instant.ts'
import { newestOnFront } from '../domain/listing.ts'
import type { EditedTables, MonthSummary } from '../store/tables.ts'
import { createMonthIndex } from './month-index.ts'

/** `names`: of the listings that changed. Their months and entries must be up to date. */
export const editFronts = (tables: EditedTables, names: readonly string[]): void => {
  const kinds = new Map<string, Map<string, Instant>>()
  for (const name of names) {
    const [kind = '', key = ''] = name.split('/')
    const fronts = kinds.get(kind) ?? new Map(Object.entries(tables.get('fronts', kind) ?? {}))
    kinds.set(kind, fronts)
    const months = (tables.get('months', name) ?? []).map(({ month }) => month)
    const { newest } = createMonthIndex(months, month => tables.get('entries', `${name} ${month}`) ?? [])
    const changes = newest(newestOnFront).map(({ modified }) => modified)
    if (changes.length === 0) fronts.delete(key)
    else fronts.set(key, Math.max(...changes) as Instant)
  }
  for (const [kind, fronts] of kinds)
    tables.set('fronts', kind, fronts.size === 0 ? null : Object.fromEntries(fronts))
}

/** `summaries`: of the months that changed, by the name of their listing; null for a month that has no stories any more. */
export const editMonthChanges = (
  tables: EditedTables,
  summaries: ReadonlyMap<string, ReadonlyMap<Month, MonthSummary | null>>,
): void => {
  const months = new Map<Month, Map<string, Instant>>()
  for (const [name, ofListing] of summaries)
    for (const [month, summary] of ofListing) {
      const known = months.get(month) ?? new Map(Object.entries(tables.get('monthChanges', month) ?? {}))
      months.set(month, known)
      if (summary === null) known.delete(name)
      else known.set(name, summary.lastChange)
    }
  for (const [month, changes] of months)
    tables.set('monthChanges', month, changes.size === 0 ? null : Object.fromEntries(changes))
}
