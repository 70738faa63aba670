// The order of a front: the day that holds it, and the stories of other days among its own.
//
// A step of urgency is worth some hours of newness, so that an urgent story leads over newer ones until it has faded. Which
// of two stories is ahead never changes by the clock; it is the day that does.

import type { Day, Instant } from '../domain/instant.ts'
import type { ListedStory } from '../store/listed.ts'

export type FrontStory = Pick<ListedStory, 'file' | 'date' | 'day' | 'urgency'>

/** When a new day takes the front over. */
export type Takeover = {
  /** From so many stories on. */
  readonly stories: number
  /** By that time at the latest, if it has a story: the instant of a day's hour, in the site's zone. */
  readonly hourOf: (day: Day) => Instant
}

export type FrontDay = {
  readonly day: Day
  /** When the next day takes over by the clock alone; null where none waits. */
  readonly until: Instant | null
}

/** `days`: newest first, each with the count of its live stories. Null before the first story. */
export const frontDayAt = (
  days: readonly { readonly day: Day; readonly count: number }[],
  now: Instant,
  { stories, hourOf }: Takeover,
): FrontDay | null => {
  const holds = days.findIndex(({ day, count }) => count >= stories || hourOf(day) <= now)
  // Before the first hour of a site's first day nobody else can hold it.
  const held = days[holds === -1 ? days.length - 1 : holds]
  if (held === undefined) return null
  const waiting = days.filter(({ day }) => day > held.day).map(({ day }) => hourOf(day))
  return { day: held.day, until: waiting.length === 0 ? null : (Math.min(...waiting) as Instant) }
}

type Ordering = {
  readonly day: Day
  /** Files of the day's stories that an editor put in an order, the first ones first. */
  readonly curated: readonly string[]
  /** What one step of urgency is worth. */
  readonly hoursPerStep: number
}

/** `stories`: of the day that holds the front, of newer ones and of some before. */
export const orderFront = <Shown extends FrontStory>(
  stories: readonly Shown[],
  { day, curated, hoursPerStep }: Ordering,
): readonly Shown[] => {
  const worth = worthOf(hoursPerStep)
  const worthiest = byWorth(hoursPerStep)
  const position = new Map(curated.map((file, index) => [file, index]))
  const positionOf = ({ file }: Shown) => position.get(file) ?? position.size
  const ofDay = stories.filter(story => story.day === day)
  const own = ofDay.toSorted((one, other) => positionOf(one) - positionOf(other) || worthiest(one, other))
  const earlier = stories.filter(story => story.day < day).toSorted(worthiest)
  const newer = stories
    .filter(story => story.day > day)
    .toSorted((one, other) => one.urgency - other.urgency || worthiest(one, other))
  // An order that stands is not gone back on: what joins it stands before the first story that it is worth more than, and
  // than all behind it.
  const joined = join(own, earlier, worth)
  return join(joined, newer, ({ urgency }) => -urgency)
}

const hour = 3_600_000

const worthOf =
  (hoursPerStep: number) =>
  ({ date, urgency }: FrontStory): number =>
    date - urgency * hoursPerStep * hour

/** What is worth most first: an urgent story before newer ones, until it has faded. */
export const byWorth =
  (hoursPerStep: number) =>
  (one: FrontStory, other: FrontStory): number => {
    const worth = worthOf(hoursPerStep)
    return worth(other) - worth(one) || other.date - one.date || (one.file < other.file ? -1 : 1)
  }

/** Stable: what has a rank as high as that of some story behind it stays before others of that rank. */
const join = <Shown>(
  standing: readonly Shown[],
  joining: readonly Shown[],
  rankOf: (story: Shown) => number,
): readonly Shown[] => {
  const ranks = standing.map(rankOf)
  for (let at = ranks.length - 2; at >= 0; at--)
    ranks[at] = Math.max(ranks[at] as number, ranks[at + 1] as number)
  const all: Shown[] = []
  let next = 0
  for (const [index, story] of standing.entries()) {
    while (next < joining.length && rankOf(joining[next] as Shown) > (ranks[index] as number))
      all.push(joining[next++] as Shown)
    all.push(story)
  }
  return [...all, ...joining.slice(next)]
}
