// A listing cut into parts that stay as they are whatever is published later: a month, or the days of a month that is long.

import { byDay } from '../domain/by-day.ts'
import { type Day, type Month, monthOf } from '../domain/instant.ts'
import type { ListingIndex } from './create-archive.ts'
import type { Entry } from './entry.ts'

/** No part has more stories. */
const mostInPart = 50

export type Part = {
  readonly month: Month
  /** Null for a whole month. */
  readonly day: Day | null
  /** Of a day too long for one part; counted from its first story, from 1. */
  readonly piece: number
  readonly entries: readonly Entry[]
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

const cut = (month: Month, entries: readonly Entry[]): readonly Part[] => {
  if (entries.length === 0) return []
  if (entries.length <= mostInPart) return [{ month, day: null, piece: 1, entries }]
  return [...byDay(entries)].flatMap(([day, ofDay]) => piecesOf(day, ofDay))
}

const piecesOf = (day: Day, entries: readonly Entry[]): readonly Part[] => {
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

/** The part next to one in the run of all parts; null at its end. */
export const olderPart = (listing: ListingIndex, part: Part): Part | null => {
  const parts = partsOfMonth(listing, part.month)
  const after = parts[parts.findIndex(other => nameOfPart(other) === nameOfPart(part)) + 1]
  if (after) return after
  const month = listing.months.find(other => other < part.month)
  return month === undefined ? null : (partsOfMonth(listing, month)[0] ?? null)
}

export const newerPart = (listing: ListingIndex, part: Part): Part | null => {
  const parts = partsOfMonth(listing, part.month)
  const before = parts[parts.findIndex(other => nameOfPart(other) === nameOfPart(part)) - 1]
  if (before) return before
  const month = listing.months.findLast(other => other > part.month)
  return month === undefined ? null : (partsOfMonth(listing, month).at(-1) ?? null)
}
