// A run of dated things, newest first, that can be asked for its newest and for a month.

import { type Day, type Month, monthOf } from '../domain/instant.ts'

export type MonthIndex<Item> = {
  readonly newest: (count: number) => readonly Item[]
  readonly inMonth: (month: Month) => readonly Item[]
  /** Newest first. */
  readonly months: readonly Month[]
}

/** `items` must come newest first. */
export const createMonthIndex = <Item>(
  items: readonly Item[],
  dayOf: (item: Item) => Day,
): MonthIndex<Item> => {
  const byMonth = new Map<Month, Item[]>()
  for (const item of items) {
    const month = monthOf(dayOf(item))
    const there = byMonth.get(month)
    if (there) there.push(item)
    else byMonth.set(month, [item])
  }
  return {
    newest: count => items.slice(0, count),
    inMonth: month => byMonth.get(month) ?? [],
    months: [...byMonth.keys()],
  }
}

/** The months next to one in a run, which need not itself stand in it. */
export const monthsBeside = (
  months: readonly Month[],
  month: Month,
): { older: Month | null; newer: Month | null } => ({
  older: months.find(other => other < month) ?? null,
  newer: months.findLast(other => other > month) ?? null,
})
