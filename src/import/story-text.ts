// A story file's text: front matter that every YAML reader reads alike, then the body to the byte.

import { CORE_SCHEMA, dump } from 'js-yaml'
import { rfc3339 } from '../time/wire-time.ts'
import type { LeadFields } from './fields/find-lead-picture.ts'
import type { Draft } from './read-draft.ts'

type StoryParts = {
  readonly draft: Draft
  readonly summary: string
  readonly image: LeadFields | null
  readonly aliases: readonly string[]
  readonly body: string
  readonly zone: string
}

export const storyText = ({ draft, summary, image, aliases, body, zone }: StoryParts): string => {
  const fields = {
    title: draft.title,
    date: rfc3339(draft.instant, zone),
    summary,
    section: draft.section,
    ...(draft.authors.length > 0 && { authors: draft.authors }),
    ...(draft.tags.length > 0 && { tags: draft.tags }),
    ...(draft.updated !== null && { updated: rfc3339(draft.updated, zone) }),
    ...draft.same,
    ...(image !== null && { image }),
    ...(draft.isDraft && { draft: true }),
    ...(draft.embargo !== null && { embargo: rfc3339(draft.embargo, zone) }),
    ...(aliases.length > 0 && { aliases }),
  }
  return `---\n${dump(fields, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })}---\n${body}`
}
