// Keeps what is asked of all listings at once: which there are, and when the stories on their fronts last changed.

import type { Instant } from '../domain/instant.ts'
import { newestOnFront } from '../domain/listing.ts'
import type { EditedTables } from '../store/tables.ts'
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
