// A listing cut into parts that stay as they are whatever is published later: a month, or the days of a month that is long.
//
// A month that is not too long; else its days; else pieces of a day, counted from its first story.

import { byDay } from '../domain/by-day.ts'
import { type Day, type Month, monthOf } from '../domain/instant.ts'
import type { ListedStory } from '../store/listed.ts'
import type { ListingIndex } from './create-archive.ts'
import { monthsBeside } from './month-index.ts'

/** No part has more stories. */
const mostInPart = 50

export type Part = {
  readonly month: Month
  /** Null for a whole month. */
  readonly day: Day | null
  /** Of a day too long for one part; counted from its first story, from 1. */
  readonly piece: number
  readonly entries: readonly ListedStory[]
}

export const nameOfPart = ({ month, day, piece }: Omit<Part, 'entries'>): string =>
  `${day ?? month}${piece === 1 ? '' : ` ${piece}`}`

const known = new WeakMap<ListingIndex, Map<Month, readonly Part[]>>()

/** Newest first. */
export const partsOfMonth = (listing: ListingIndex, month: Month): readonly Part[] => {
  const ofListing = known.get(listing) ?? new Map<Month, readonly Part[]>()
  known.set(listing, ofListing)
  const parts = ofListing.get(month) ?? cut(month, listing.entriesIn(month))
  ofListing.set(month, parts)
  return parts
}

const cut = (month: Month, entries: readonly ListedStory[]): readonly Part[] => {
  if (entries.length === 0) return []
  if (entries.length <= mostInPart) return [{ month, day: null, piece: 1, entries }]
  return [...byDay(entries)].flatMap(([day, ofDay]) => piecesOf(day, ofDay))
}

const piecesOf = (day: Day, entries: readonly ListedStory[]): readonly Part[] => {
  const pieces = Math.ceil(entries.length / mostInPart)
  return Array.from({ length: pieces }, (_, at) => {
    const piece = pieces - at
    const end = entries.length - (piece - 1) * mostInPart
    return { month: monthOf(day), day, piece, entries: entries.slice(Math.max(0, end - mostInPart), end) }
  })
}

/** The newest parts that have `newest` stories together, or all there are: what a feed shows itself. */
export const currentParts = (listing: ListingIndex, newest: number): readonly Part[] => {
  const parts: Part[] = []
  let count = 0
  for (const month of listing.months)
    for (const part of partsOfMonth(listing, month)) {
      if (count >= newest) return parts
      parts.push(part)
      count += part.entries.length
    }
  return parts
}

/** The parts next to one in the run of all parts; null at its ends. */
export const partsBeside = (
  listing: ListingIndex,
  part: Part,
): { readonly older: Part | null; readonly newer: Part | null } => {
  const parts = partsOfMonth(listing, part.month)
  const at = parts.findIndex(other => nameOfPart(other) === nameOfPart(part))
  const { older, newer } = monthsBeside(listing.months, part.month)
  const inMonth = (month: Month | null) => (month === null ? [] : partsOfMonth(listing, month))
  return {
    older: parts[at + 1] ?? inMonth(older)[0] ?? null,
    newer: parts[at - 1] ?? inMonth(newer).at(-1) ?? null,
  }
}
