// Whether two stories are one, under two names of its file.

import type { Story } from '../domain/story.ts'

/** Two of headline, time and text are the same. */
export const isLike = (one: Story, other: Story): boolean =>
  [one.title === other.title, one.date === other.date, one.bodyDigest === other.bodyDigest].filter(Boolean)
    .length > 1

/** Of one that claims the address of another: a time is enough. */
export const isSameStory = (one: Story, other: Story): boolean =>
  one.date === other.date || isLike(one, other)
