// The stories of a day in the order of its bulletin: as an editor curated them, or by urgency, then time.

import type { Archive } from '../archive/create-archive.ts'
import type { Day } from '../domain/instant.ts'
import type { ListedStory } from '../store/listed.ts'

/** The stories of a day in the bulletin's order. */
export const inBulletinOrder = (day: Day, archive: Archive): readonly ListedStory[] => {
  const curated = curatedStories(day, archive)
  const first = new Set(curated)
  const others = archive.onDay(day).filter(story => !first.has(story))
  return [
    ...curated,
    ...others.toSorted((one, other) => one.urgency - other.urgency || other.date - one.date),
  ]
}

/** Those that an editor put in an order, the first ones first. */
export const curatedStories = (day: Day, archive: Archive): readonly ListedStory[] => {
  const order = archive.curation(day)?.order ?? []
  if (order.length === 0) return []
  const bySlug = new Map(archive.onDay(day).map(story => [story.url.split('/').at(-2) ?? '', story]))
  return [...new Set(order)].flatMap(slug => bySlug.get(slug) ?? [])
}
