// A story file's text: front matter that every YAML reader reads alike, then the body to the byte.

import { CORE_SCHEMA, dump } from 'js-yaml'
import { rfc3339 } from '../time/wire-time.ts'
import type { LeadPicture } from './fields/find-lead-picture.ts'
import type { Draft } from './read-draft.ts'
import { readableField } from './text/readable-text.ts'

type StoryParts = {
  readonly draft: Draft
  readonly summary: string
  readonly image: LeadPicture | null
  readonly aliases: readonly string[]
  /** Links of the body to pages that did not come along. */
  readonly nowhere: readonly string[]
  readonly body: string
  readonly zone: string
}

export const storyText = (parts: StoryParts): string => {
  const { draft, summary, image, aliases, nowhere, body, zone } = parts
  const readable = <Value>(value: Value): Value =>
    textsIn(value, text => readableField(text, draft.addNote)) as Value
  const fields = {
    title: readable(draft.title),
    date: rfc3339(draft.instant, zone),
    summary: readable(summary),
    section: draft.section,
    ...(draft.authors.length > 0 && { authors: readable(draft.authors) }),
    ...(draft.tags.length > 0 && { tags: draft.tags }),
    ...(draft.updated !== null && { updated: rfc3339(draft.updated, zone) }),
    ...(draft.language !== null && { language: draft.language }),
    ...readable(draft.same),
    ...(image !== null && { image: readable(image.fields) }),
    ...(draft.draftReason !== null && { draft: true }),
    ...(draft.embargo !== null && { embargo: rfc3339(draft.embargo, zone) }),
    ...(aliases.length > 0 && { aliases }),
    imported: {
      from: draft.file,
      ...(image?.isUnchecked && { check: ['image'] }),
      ...(nowhere.length > 0 && { nowhere }),
    },
  }
  return `---\n${dump(fields, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })}---\n${body}`
}

/** With each text in lists and maps changed. */
const textsIn = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => textsIn(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, textsIn(item, change)]))
}
