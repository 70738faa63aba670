// Readers take a story's date for the time at which it came: which stories come with one that lies before that.

import type { Content } from '../archive/content.ts'
import { foldWarnings } from '../domain/fold-warnings.ts'
import type { Instant } from '../domain/instant.ts'
import { releaseOf, type State, stateAt } from '../domain/lifecycle.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import { locateField } from '../read/locate-field.ts'
import { readSource } from '../read/read-source.ts'
import { dayOf, rfc3339 } from '../time/wire-time.ts'
import { farBefore, heldByEmbargo } from '../validate/story/find-held-times.ts'

const day = 24 * 3_600_000

/** Nobody corrects more by hand: so many at once came from elsewhere. */
const mostStories = 5

/** `before`: what a story was at the last publish; undefined when it was not there. Costs a look at each changed story. */
export const findTimesOfRelease = (
  content: Content,
  before: (file: string) => State | undefined,
): readonly Problem[] => {
  const { stories, viewpoint } = content
  const found = stories.flatMap(({ file, after }) => {
    if (after === null || after.imported !== null || stateAt(after, viewpoint.now) !== 'live') return []
    // Long past for most stories by far, and then of no interest.
    const release = releaseSeen(after, viewpoint.now, () => before(file))
    return release === null ? [] : [problemOf(after, release, content)]
  })
  return found.length <= mostStories ? found : foldWarnings(found, () => true, withCount)
}

/** When readers get it, if its date tells them another time; null when that is right, and when they have had it before. */
const releaseSeen = (story: Story, now: Instant, stateBefore: () => State | undefined): Instant | null => {
  const isEmbargoed = heldByEmbargo(story)
  const isLate = now - releaseOf(story) > day
  if (!isEmbargoed && !isLate) return null
  const state = stateBefore()
  if (state === 'live' || state === 'withdrawn') return null
  // A file that got another name tells its old address. The clock of a story that was ready is the operator's matter.
  if (isLate && state !== 'held' && story.aliases.length === 0) return now
  return isEmbargoed ? releaseOf(story) : null
}

const problemOf = (story: Story, release: Instant, { root, viewpoint: { timezone } }: Content): Problem => {
  const source = readSource(root, story.file)
  const right = rfc3339(release, timezone)
  const isMoved = dayOf(release, timezone) !== story.day
  return {
    code: 'date-before-release',
    severity: 'warning',
    message: `readers get this story ${farBefore(story.date, release)} after the time that it shows`,
    hint: `write date: ${right}${isMoved ? `, and aliases: [${story.url}], as readers have that address now` : ''}`,
    location: source.ok ? locateField(source.value, 'date') : locationOfFile(story.file),
  }
}

const withCount = (first: Problem, others: readonly Problem[]): Problem => ({
  ...first,
  message: `${first.message}; ${others.length} more stories of this publish, too`,
  hint: `${first.hint}; stories of an archive say “imported: { from: … }”`,
})
