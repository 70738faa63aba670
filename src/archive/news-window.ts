// The stories that are news: Google News takes those of the last two days.

import type { Instant } from '../domain/instant.ts'
import { newsUntil } from '../domain/lifecycle.ts'
import type { ListedStory } from '../store/listed.ts'
import type { ListingIndex } from './create-archive.ts'

/** Newest first. Reads only the months that the two days lie in. */
export const newsAt = (
  listing: Pick<ListingIndex, 'months' | 'entriesIn'>,
  now: Instant,
): readonly ListedStory[] => {
  const found: ListedStory[] = []
  for (const month of listing.months) {
    const entries = listing.entriesIn(month)
    const news = entries.filter(({ date }) => newsUntil(date) > now)
    found.push(...news)
    if (news.length < entries.length) break
  }
  return found
}

/** When the oldest of them will be news no more; null when there is none. */
export const newsEndsAt = (
  listing: Pick<ListingIndex, 'months' | 'entriesIn'>,
  now: Instant,
): Instant | null => {
  const oldest = newsAt(listing, now).at(-1)
  return oldest ? newsUntil(oldest.date) : null
}
