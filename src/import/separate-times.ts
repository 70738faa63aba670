// Stories whose time of day nobody knows share no second with others of their section, so that their order is not left to chance.

import type { Instant } from '../domain/instant.ts'
import type { Draft } from './read-draft.ts'

/** Those that are at noon for want of another time move on by seconds, in the order of their files. */
export const separateTimes = <Story extends Pick<Draft, 'instant' | 'section' | 'hasClock' | 'file'>>(
  stories: readonly Story[],
): readonly Story[] => {
  const keyOf = ({ section }: Story, instant: number) => `${section} ${Math.floor(instant / 1000)}`
  const taken = new Set(stories.filter(({ hasClock }) => hasClock).map(each => keyOf(each, each.instant)))
  const moved = new Map<Story, Instant>()
  const atNoon = stories.filter(({ hasClock }) => !hasClock)
  for (const story of atNoon.toSorted((one, other) => (one.file < other.file ? -1 : 1))) {
    let instant: number = story.instant
    while (taken.has(keyOf(story, instant))) instant += 1000
    taken.add(keyOf(story, instant))
    moved.set(story, instant as Instant)
  }
  return stories.map(story => ({ ...story, instant: moved.get(story) ?? story.instant }))
}
