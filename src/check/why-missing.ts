// A link to a story that exists but may not be seen yet deserves a better answer than "leads nowhere".

import type { Instant } from '../domain/instant.ts'
import { releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { outputPathOf } from '../plan/output-path.ts'
import { rfc3339 } from '../time/wire-time.ts'
import type { WhyMissing } from './check-links.ts'

export const createWhyMissing = ({ stories, site }: Newsroom, now: Instant): WhyMissing => {
  const byOutput = new Map(stories.map(({ story }) => [outputPathOf(story.url), story]))
  return output => {
    const story = byOutput.get(output)
    if (!story) return null
    const state = stateAt(story, now)
    return state === 'held'
      ? `${story.file} is held until ${rfc3339(releaseOf(story), site.timezone)}`
      : `${story.file} is a ${state}`
  }
}
