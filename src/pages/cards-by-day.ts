// Stories, newest first, cut into their days.

import type { Day } from '../domain/instant.ts'
import type { SiteData } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import { dayUrl } from './addresses.ts'
import { type Card, cardOf } from './story-card.ts'

export type DayOfCards = { readonly day: Day; readonly url: string; readonly cards: readonly Card[] }

export const cardsByDay = (stories: readonly Story[], data: SiteData): readonly DayOfCards[] => {
  const days: { day: Day; url: string; cards: Card[] }[] = []
  for (const story of stories) {
    if (days.at(-1)?.day !== story.day) days.push({ day: story.day, url: dayUrl(story.day), cards: [] })
    days.at(-1)?.cards.push(cardOf(story, data))
  }
  return days
}
