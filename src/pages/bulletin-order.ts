// The stories of a day in the order of its bulletin: as an editor curated them, or by urgency, then time.

import type { Archive } from '../archive/create-archive.ts'
import type { Day } from '../domain/instant.ts'
import type { ListedStory } from '../store/listed.ts'

/** The stories of a day in the bulletin's order. */
export const inBulletinOrder = (day: Day, archive: Archive): readonly ListedStory[] => {
  const order = archive.curation(day)?.order ?? []
  const rank = ({ url }: ListedStory) => {
    const slug = url.split('/').at(-2) ?? ''
    return order.includes(slug) ? order.indexOf(slug) : order.length
  }
  return archive
    .onDay(day)
    .toSorted((one, other) => rank(one) - rank(other) || one.urgency - other.urgency || other.date - one.date)
}
