// What a listing knows of a story: enough to count, order, date and link it, so that the story itself is read only to be
// shown.

import type { Day, Instant } from '../domain/instant.ts'

export type ListedStory = {
  readonly file: string
  readonly date: Instant
  readonly day: Day
  /** When the story last said something new. */
  readonly modified: Instant
  readonly url: string
  readonly urgency: number
}

export type ListedCorrection = {
  readonly file: string
  readonly date: Instant
  readonly day: Day
  /** Which of the story's corrections. */
  readonly index: number
}

/** A live story that had other addresses before. */
export type ListedMove = Pick<ListedStory, 'file' | 'date' | 'day'> & {
  readonly url: string
  readonly aliases: readonly string[]
}

/** A live blog that readers may see. */
export type ListedBlog = Pick<ListedStory, 'file' | 'date' | 'day'>

/** A live story with links that lead nowhere, and how many. */
export type ListedNowhere = Pick<ListedStory, 'file' | 'date' | 'day'> & { readonly links: number }

/** A story that was withdrawn: `date` says when, `day` is that day, `listings` are the names of those that it stood in. */
export type ListedWithdrawal = Pick<ListedStory, 'file' | 'date' | 'day'> & {
  readonly id: string
  readonly listings: readonly string[]
}

/** Something that happened to a published story: `date` says when. */
export type ListedEvent = Pick<ListedStory, 'file' | 'date'> & {
  readonly type: 'added' | 'updated' | 'corrected' | 'withdrawn'
}

/** A story that left its address, or came back to it: `at` is the instant of the publish that did it. */
export type Departure = {
  readonly at: Instant
  readonly type: 'removed' | 'moved' | 'returned'
  readonly id: string
  readonly url: string
  /** Where it is now; null unless it moved. */
  readonly to: string | null
}

/** A live story with the addresses of the pictures that it shows, the lead first. */
export type ListedPictures = Pick<ListedStory, 'file' | 'date' | 'day' | 'url'> & {
  readonly pictures: readonly string[]
}

type Dated = Pick<ListedStory, 'file' | 'date'>

/** Stories of one second stand in the order of their files. */
export const newestFirst = (one: Dated, other: Dated): number =>
  other.date - one.date || (one.file < other.file ? -1 : one.file > other.file ? 1 : 0)

/** The newest correction first; several of one story in one second, the later written one first. */
export const newestCorrectionFirst = (one: ListedCorrection, other: ListedCorrection): number =>
  newestFirst(one, other) || other.index - one.index
