// What readers may see of a story at an instant. The clock is an argument, so a build can be repeated.

import type { Audience } from './audience.ts'
import type { Instant } from './instant.ts'
import type { Story } from './story.ts'

/** `held`: not published before its date and embargo have passed. `withdrawn`: a tombstone page is left. */
export type State = 'draft' | 'held' | 'live' | 'withdrawn'

export const isShown = (state: State, audience: Audience): boolean =>
  state === 'live' || (audience.showsHeld && state !== 'withdrawn')

/** The first instant at which the story may be seen anywhere. */
export const releaseOf = (story: Story): Instant =>
  story.embargo !== null && story.embargo > story.date ? story.embargo : story.date

export const stateAt = (story: Story, now: Instant): State => {
  if (story.draft) return 'draft'
  if (releaseOf(story) > now) return 'held'
  return story.withdrawn !== null && story.withdrawn.date <= now ? 'withdrawn' : 'live'
}

/** Whether something of it stands at its address, if only that it was withdrawn. */
export const isOut = (story: Story, now: Instant): boolean =>
  ['live', 'withdrawn'].includes(stateAt(story, now))

/** The story as readers know it at `now`: an update, correction, withdrawal or live entry dated later has not happened. */
export const asOf = (story: Story, now: Instant): Story => {
  const updated = story.updated !== null && story.updated <= now ? story.updated : null
  const corrections = story.corrections.filter(correction => correction.date <= now)
  const withdrawn = story.withdrawn !== null && story.withdrawn.date <= now ? story.withdrawn : null
  const entries = story.entries.filter(entry => entry.at <= now)
  const live =
    story.live?.until != null && story.live.until <= now ? { ...story.live, isOn: false } : story.live
  // Most stories by far have no such dates ahead, and a month asks for a thousand.
  const isSame =
    updated === story.updated &&
    corrections.length === story.corrections.length &&
    entries.length === story.entries.length &&
    live === story.live &&
    withdrawn === story.withdrawn
  return isSame ? story : { ...story, updated, corrections, withdrawn, live, entries, ...textAt(story, now) }
}

/** Of a story that is still to come editors see the time at which readers will get it. */
export const withTimeToCome = (story: Story, now: Instant): Story => {
  const release = releaseOf(story)
  return release > now && release !== story.date ? { ...story, date: release } : story
}

/** What only entries say and show that are still to come would give them away. */
const textAt = ({ entries, pictures, media, words }: Story, now: Instant) => {
  const ahead = entries.filter(entry => entry.at > now)
  const files = new Set(ahead.flatMap(entry => entry.files))
  return {
    pictures: pictures.filter(({ file }) => !files.has(file)),
    media: media.filter(({ file }) => !files.has(file)),
    words: ahead.reduce((rest, entry) => rest - entry.words, words),
  }
}

/** A flash or an urgent story. */
export const isBreaking = ({ urgency }: Story): boolean => urgency <= 2

const hour = 3_600_000
const second = 1_000

/** When the breaking banner for such a story comes down, so many hours after its release, to the second; else null. */
export const breakingUntil = (story: Story, hours: number): Instant | null =>
  isBreaking(story) ? ((releaseOf(story) + Math.ceil((hours * hour) / second) * second) as Instant) : null

/** Google News takes the articles of the last two days. */
const newsHours = 48

/** When a story of this date is no news any more. */
export const newsUntil = (date: Instant): Instant => (date + newsHours * hour) as Instant

/** The next instant after `now` at which the story changes by itself for those who see it, or null. */
export const nextDue = (story: Story, now: Instant, audience: Audience): Instant | null => {
  if (story.draft && !audience.showsHeld) return null
  const instants = [
    releaseOf(story),
    story.updated,
    story.withdrawn?.date ?? null,
    story.live?.until ?? null,
    ...story.entries.map(entry => entry.at),
    ...story.corrections.map(correction => correction.date),
  ].filter(instant => instant !== null && instant > now) as Instant[]
  return instants.length === 0 ? null : (Math.min(...instants) as Instant)
}
