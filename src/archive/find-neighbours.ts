// The stories before and after one in a listing. Reads only the months next to its own.

import { monthOf } from '../domain/instant.ts'
import { type Listing, nameOfListing } from '../domain/listing.ts'
import type { Story } from '../domain/story.ts'
import type { Tables } from '../store/tables.ts'

export type Neighbours = { readonly older: Story | null; readonly newer: Story | null }

/** Both null for a story that does not stand in the listing. */
export const findNeighbours = (
  tables: Tables,
  read: (file: string) => Story,
  story: Story,
  listing: Listing,
): Neighbours => {
  const name = nameOfListing(listing)
  const entriesIn = (month: string | undefined) =>
    month === undefined ? [] : (tables.get('entries', `${name} ${month}`) ?? [])
  const month = monthOf(story.day)
  const entries = entriesIn(month)
  const at = entries.findIndex(({ file }) => file === story.file)
  if (at === -1) return { older: null, newer: null }
  const months = (tables.get('months', name) ?? []).map(summary => summary.month)
  const index = months.indexOf(month)
  const newer = entries[at - 1] ?? entriesIn(months[index - 1]).at(-1)
  const older = entries[at + 1] ?? entriesIn(months[index + 1])[0]
  return { older: older ? read(older.file) : null, newer: newer ? read(newer.file) : null }
}
