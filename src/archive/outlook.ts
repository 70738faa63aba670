// What is still to come: stories that are held back, and drafts.

import type { Instant } from '../domain/instant.ts'
import { releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { Tables } from '../store/tables.ts'

type HeldStory = { readonly file: string; readonly title: string; readonly release: Instant }

export type Outlook = {
  /** The next one to be released first. */
  readonly held: readonly HeldStory[]
  readonly drafts: readonly string[]
}

export const outlookAt = (tables: Tables, now: Instant): Outlook => {
  const hidden = (tables.get('lists', 'hidden') ?? [])
    .map(file => tables.get('stories', file))
    .filter(story => story !== undefined)
  return {
    held: hidden
      .filter(story => stateAt(story, now) === 'held')
      .map(story => ({ file: story.file, title: story.title, release: releaseOf(story) }))
      .sort((one, other) => one.release - other.release),
    drafts: hidden.filter(story => story.draft).map(story => story.file),
  }
}
