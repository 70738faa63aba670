// Whether two stories are one, under two names of its file.

import type { Content } from '../archive/content.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import type { Published } from './published.ts'

/** Two of headline, time and text are the same. */
export const isLike = (one: Story, other: Story): boolean =>
  [one.title === other.title, one.date === other.date, one.bodyDigest === other.bodyDigest].filter(Boolean)
    .length > 1

/** Of one that claims the address of another: a time is enough. */
export const isSameStory = (one: Story, other: Story): boolean =>
  one.date === other.date || isLike(one, other)

/** What a story that readers know is now: of its file, or where that got another name, the new one that has its address. */
export const successorAt = (known: Story, { tables }: Content, { isKnown }: Published): Story | undefined =>
  tables.get('stories', known.file) ??
  (tables.get('claims', addressKey(known.url)) ?? [])
    .filter(file => !isKnown(file))
    .flatMap(file => tables.get('stories', file) ?? [])
    .find(story => isSameStory(known, story))
