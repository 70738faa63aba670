// The day in the name of a file, or of the folders around it.

import { type DateStyle, plainStyle } from './date-style.ts'
import { readWrittenTime, type TimeReading } from './read-written-time.ts'

/** Between signs, as somebody who wrote it meant a day. */
const certain: readonly RegExp[] = [
  /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_. ][^/]*$)/,
  /(?:^|\/)(\d{4})([._])(\d{1,2})\2(\d{1,2})(?=[-_. ][^/]*$)/,
  /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ][^/]*)?\/[^/]+$/,
  /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})\/(?:[^/]+\/)?[^/]+$/,
]

/** Only where the numbers are a day: others have numbers in their names, too. */
const likely: readonly RegExp[] = [
  /(?:^|\/)(\d{4})(\d{2})(\d{2})(?=[-_. T][^/]*$)/,
  /(?:^|\/)(\d{4})(\d{2})(\d{2})(?:[-_ ][^/]*)?\/[^/]+$/,
  /(?:^|\/)(\d{4})[-/](\d{2})[-/](\d{2})[-_. ][^/]*$/,
  /(?:^|\/)(\d{4})\/(\d{2})-?(\d{2})[-_. ][^/]*$/,
  /[^\d/][-_. ](\d{4})[-_](\d{2})[-_](\d{2})(?:\.\w+)+$/,
  /[^\d/][-_. ](\d{4})(\d{2})(\d{2})(?:\.\w+)+$/,
]

/** `isLikely`: the numbers may mean something else. */
type NamedDay = { readonly reading: TimeReading; readonly isLikely: boolean }

/** Null when there is none. */
export const dayInName = (file: string, { calendar }: Pick<DateStyle, 'calendar'>): NamedDay | null => {
  const read = (pattern: RegExp): TimeReading | null => {
    const numbers = pattern
      .exec(file)
      ?.slice(1)
      .filter(part => /\d/.test(part))
    return numbers === undefined ? null : readWrittenTime(numbers.join('-'), { ...plainStyle, calendar })
  }
  for (const pattern of certain) {
    const reading = read(pattern)
    if (reading !== null) return { reading, isLikely: false }
  }
  const reading = likely.map(read).find(each => each?.kind === 'read')
  return reading === undefined || reading === null ? null : { reading, isLikely: true }
}
