// Stories, newest first, cut into their days.

import { byDay } from '../domain/by-day.ts'
import type { Day } from '../domain/instant.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { dayUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import { type Card, lineOf } from './story-card.ts'

export type DayOfCards = {
  readonly day: Day
  /** The day's bulletin, which has all of its stories. */
  readonly url: string
  readonly cards: readonly Card[]
  /** A long month shows only the newest of each day. */
  readonly isCut: boolean
}

/** More than these would make a page too heavy. */
const mostCards = 200

export const cardsByDay = (stories: readonly Story[], data: SiteData): readonly DayOfCards[] => {
  const days = byDay(stories)
  const perDay = stories.length > mostCards ? Math.floor(mostCards / days.size) : mostCards
  return [...days].map(([day, ofDay]) => ({
    day,
    url: dayUrl(day),
    cards: ofDay.slice(0, perDay).map(story => lineOf(story, data)),
    isCut: ofDay.length > perDay,
  }))
}
