// Whether two stories are one, under two names of its file.

import type { Content } from '../archive/content.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import { targetOf } from './departures.ts'
import type { Published } from './published.ts'

/** Two of headline, time and text are the same. */
const isLike = (one: Story, other: Story): boolean =>
  [one.title === other.title, one.date === other.date, one.bodyDigest === other.bodyDigest].filter(Boolean)
    .length > 1

/** Of one that claims the address of another: a time is enough. */
export const isSameStory = (one: Story, other: Story): boolean =>
  one.date === other.date || isLike(one, other)

/**
 * What a story that readers know is now: of its file, or where that got another name, the new one that has its address, that
 * its address leads on to, or that has two of its headline, time and text.
 */
export const successorOf = (known: Story, content: Content, { isKnown }: Published): Story | undefined => {
  const { tables, stories } = content
  const own = tables.get('stories', known.file)
  if (own !== undefined) return own
  const target = targetOf(known.url, tables)
  const claimants = [known.url, ...(target === null ? [] : [target])]
    .flatMap(url => tables.get('claims', addressKey(url)) ?? [])
    .filter(file => !isKnown(file))
    .flatMap(file => tables.get('stories', file) ?? [])
  return (
    claimants.find(story => isSameStory(known, story)) ??
    stories.flatMap(({ after }) => after ?? []).find(story => isLike(known, story) && !isKnown(story.file))
  )
}
