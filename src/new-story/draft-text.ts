// The text of a new story's file, before anybody has written it.

import { CORE_SCHEMA, dump } from 'js-yaml'
import type { Instant } from '../domain/instant.ts'
import { placeholderBody, placeholderSummary } from '../domain/placeholder.ts'
import { rfc3339 } from '../time/wire-time.ts'

type DraftFields = {
  readonly title: string
  readonly now: Instant
  readonly section: string
  readonly authors: readonly string[]
}

/** A draft in the story format, whatever characters the title holds. `zone` is the site's (IANA). */
export const draftText = ({ title, now, section, authors }: DraftFields, zone: string): string => {
  const fields = {
    title,
    date: rfc3339(now, zone),
    summary: placeholderSummary,
    section,
    ...(authors.length > 0 && { authors }),
    draft: true,
  }
  return `---\n${dump(fields, { schema: CORE_SCHEMA, lineWidth: -1 })}---\n${placeholderBody}\n`
}
