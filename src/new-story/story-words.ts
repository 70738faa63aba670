// What a new story says before anybody has written it.

import { CORE_SCHEMA, dump } from 'js-yaml'
import type { Instant } from '../domain/instant.ts'
import { rfc3339 } from '../time/wire-time.ts'

export type StoryFields = {
  readonly title: string
  readonly now: Instant
  readonly section: string
  readonly authors: readonly string[]
}

// No colon: the line would need quotes, and quotes trip up whoever fills it in.
const summary = 'Replace this summary. Say in one or two sentences what happened, in 40 to 300 characters.'

const body = 'Replace this line. The first sentence says what happened, where and when.\n'

/** A draft in the story format, whatever characters the title holds. `zone` is the site's (IANA). */
export const storyWords = ({ title, now, section, authors }: StoryFields, zone: string): string => {
  const fields = {
    title,
    date: rfc3339(now, zone),
    summary,
    section,
    ...(authors.length > 0 && { authors }),
    draft: true,
  }
  return `---\n${dump(fields, { schema: CORE_SCHEMA, lineWidth: -1 })}---\n${body}`
}
