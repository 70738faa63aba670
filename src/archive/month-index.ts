// A run of dated things, newest first, that can be asked for its newest and for a month.

import type { Month } from '../domain/instant.ts'

export type MonthIndex<Item> = {
  readonly newest: (count: number) => readonly Item[]
  readonly inMonth: (month: Month) => readonly Item[]
  /** Newest first. */
  readonly months: readonly Month[]
}

/** `inMonth` gives a month's items, newest first; only the months that are asked for are read. */
export const createMonthIndex = <Item>(
  months: readonly Month[],
  inMonth: (month: Month) => readonly Item[],
): MonthIndex<Item> => ({
  months,
  inMonth,
  newest: count => {
    const items: Item[] = []
    for (const month of months) {
      if (items.length >= count) break
      items.push(...inMonth(month))
    }
    return items.slice(0, count)
  },
})

/** The months next to one in a run, which need not itself stand in it. */
export const monthsBeside = (
  months: readonly Month[],
  month: Month,
): { older: Month | null; newer: Month | null } => ({
  older: months.find(other => other < month) ?? null,
  newer: months.findLast(other => other > month) ?? null,
})
