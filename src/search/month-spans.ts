// The spans of months that the bundles of a search index have: one for each year, large years in parts, the newest month apart.
//
// Readers search in bundles that Pagefind makes: `/search/2023/` for a year that is over, `/search/2024/` for
// the one under way. `bundles.json` lists them. The page's script (`_includes/js/search.js`) reads that list,
// loads Pagefind with the newest bundle and merges others into it. Where a year is cut follows from how many
// stories its months have.
//
// Pieces are named after what they hold and kept for good; the list, a bundle's entry and Pagefind's own
// program are asked about each time (`domain/file-kinds.ts`), as an old list would lead to pieces that are
// gone.

import type { Month } from '../domain/instant.ts'
import type { MonthSummary } from '../store/tables.ts'

export type MonthSpan = {
  /** "2023" is the first part of a year, mostly all of it; "2024-10" begins with that month. */
  readonly name: string
  /** The oldest first. */
  readonly months: readonly Month[]
  readonly stories: number
}

/** Pagefind begins from nothing each time, and takes memory and time for each story; readers load a list of them all. */
const mostStories = 5_000

/** A year with more is not indexed again for each story of its newest month. */
const fewStories = 1_000

/** `summaries`: of the site's months, newest first. Spans come newest first. A part stays when later months grow. */
export const spansOfMonths = (summaries: readonly MonthSummary[]): readonly MonthSpan[] => {
  const newest = summaries[0]?.month ?? ''
  const inYear = summaries
    .filter(({ month }) => yearOf(month) === yearOf(newest))
    .reduce((sum, { count }) => sum + count, 0)
  const spans: { name: string; months: Month[]; stories: number }[] = []
  for (const { month, count } of summaries.toReversed()) {
    const last = spans.at(-1)
    const isOfYear = last !== undefined && yearOf(last.name) === yearOf(month)
    const isApart = month === newest && inYear > fewStories
    if (isOfYear && !isApart && last.stories + count <= mostStories) {
      last.months.push(month)
      last.stories += count
    } else spans.push({ name: isOfYear ? month : yearOf(month), months: [month], stories: count })
  }
  return spans.reverse()
}

const yearOf = (month: string): string => month.slice(0, 4)
