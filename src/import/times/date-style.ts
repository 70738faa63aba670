// How the dates of an archive are written, and what a day in a text is before it is one of our calendar.

import type { DayOrder, DayQuestion } from './day-order.ts'

export type DateStyle = {
  /** Another calendar than ours, as Intl calls it; or null. */
  readonly calendar: string | null
  /** Languages whose names of months count first. */
  readonly languages: readonly string[]
  /** How to read a date that could be several; null where that is not known. */
  readonly order: DayOrder | null
  /** The numbers are asked for as they are written, not as a day on which something can have been published. */
  readonly hasAnyYear: boolean
}

export const plainStyle: DateStyle = { calendar: null, languages: [], order: null, hasAnyYear: false }

/** `month`: a number, or the label that Intl has for it in another calendar. */
export type WrittenDay = { readonly year: number; readonly month: number | string; readonly day: number }

export type DayInText =
  | {
      readonly kind: 'day'
      readonly day: WrittenDay
      readonly rest: string
      readonly hasShortYear: boolean
      /** Whether the name of a month is one of another language than English. */
      readonly isForeign: boolean
      readonly hasWords: boolean
      /** Of a date in numbers: in which order they can only be. */
      readonly question: DayQuestion | null
      /** Whether its month has a number or name of our calendar, whatever the archive has. */
      readonly isOurs: boolean
    }
  | { readonly kind: 'unclear'; readonly question: DayQuestion | null; readonly reason: string }
