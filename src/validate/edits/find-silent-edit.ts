// A live story that says something else than readers saw, without a word about it.

import type { Instant } from '../../domain/instant.ts'
import { asOf, releaseOf } from '../../domain/lifecycle.ts'
import type { Site } from '../../domain/newsroom.ts'
import type { Fault } from '../../domain/problem.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { type EditedPart, editedParts } from './edited-parts.ts'
import { changeThatWeighs } from './minor-changes.ts'
import { describeChange, hintFor, hintForCorrections, messageFor } from './report-edit.ts'
import { partsOfStory, type StoryParts } from './story-parts.ts'

/** `byline`: names as readers see them. */
export type Version = { readonly story: Story; readonly text: string; readonly byline: readonly string[] }

/** `field`: of the front matter, where the first change stands; null for the text. `words`: the first new ones. */
export type SilentEdit = { readonly fault: Fault; readonly field: string | null; readonly words: string }

export const silentCode = 'edit-silent'

/**
 * `before`: as readers saw it; `after`: as they would. Null when nothing changed that they can notice, and when it is said. No
 * word excuses that what was published as a correction is another one, or gone. `leadsTo`: what stands at a path of this site.
 */
export const findSilentEdit = (
  before: Version,
  after: Version,
  site: Pick<Site, 'timezone' | 'language' | 'edits'>,
  now: Instant,
  leadsTo: (path: string) => string,
): SilentEdit | null => {
  if (before.text === after.text && sameFiles(before.story, after.story)) return null
  if (now < releaseOf(before.story) + site.edits.freeMinutes * 60_000) return null
  const said = isSaid(before.story, after.story, now)
  if (said && before.story.corrections.length === 0) return null
  const partsAt = ({ story, text, byline }: Version): StoryParts =>
    partsOfStory(asOf(story, now), text, byline, leadsTo)
  const timeOf = (instant: Instant) => rfc3339(instant, site.timezone)
  const all = editedParts(partsAt(before), partsAt(after), timeOf)
  const parts = said ? all.filter(({ field }) => field === 'corrections') : all
  // What is gone stands nowhere.
  const first = parts.find(({ field, words }) => field !== null || words !== '') ?? parts[0]
  if (first === undefined) return null
  const never = neverMinor(parts, after.story.language ?? site.language)
  if (after.story.minor && never === null) return null
  return {
    fault: {
      code: silentCode,
      message: messageFor(before.story, after.story, parts, said, now),
      hint: said ? hintForCorrections(after.story, never) : hintFor(after.story, never, now, timeOf(now)),
    },
    field: first.field,
    words: first.words,
  }
}

const neverMinor = (parts: readonly EditedPart[], language: string): string | null => {
  const weighs = changeThatWeighs(
    parts.flatMap(({ changes }) => changes),
    language,
  )
  return parts.find(({ reported }) => reported !== null)?.reported ?? (weighs && describeChange(weighs))
}

const sameFiles = (one: Story, other: Story): boolean => digests(one) === digests(other)

const digests = ({ image, pictures, media }: Story): string =>
  [
    ...(image ? [image] : []),
    ...pictures,
    ...media.flatMap(each => [each, each.captions, each.transcript, each.poster]),
  ]
    .map(each => each?.digest)
    .join(' ')

/**
 * By an update or a correction that is newer than all that readers had, or by its withdrawal; each as they know it now. So
 * feeds, sitemaps and data move alike.
 */
const isSaid = (before: Story, after: Story, now: Instant): boolean => {
  const known = asOf(after, now)
  const newest = Math.max(known.updated ?? 0, ...known.corrections.map(({ date }) => date))
  return known.withdrawn !== null || newest > modifiedAt(asOf(before, now))
}
