// Dated things under their days, in the order in which they come.

import type { Day } from './instant.ts'

export const byDay = <Item extends { readonly day: Day }>(
  items: readonly Item[],
): ReadonlyMap<Day, readonly Item[]> => {
  const days = new Map<Day, Item[]>()
  for (const item of items) {
    const ofDay = days.get(item.day)
    if (ofDay) ofDay.push(item)
    else days.set(item.day, [item])
  }
  return days
}
