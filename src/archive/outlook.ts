// What is still to come: stories that are held back, drafts, and the next instant at which the site changes by itself.

import type { Instant, Month } from '../domain/instant.ts'
import { releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { Tables } from '../store/tables.ts'
import { newsEndsAt } from './news-window.ts'

export type HeldStory = { readonly file: string; readonly title: string; readonly release: Instant }

export type Outlook = {
  /** The next one to be released first. */
  readonly held: readonly HeldStory[]
  readonly drafts: readonly string[]
  /** Null when nothing changes by the clock alone. */
  readonly nextDue: Instant | null
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
    nextDue: nextDueIn(tables, now),
  }
}

/** `now`: of the last publish. */
export const nextDueIn = (tables: Tables, now: Instant): Instant | null => {
  const ofStories = tables.get('due', 'due')?.[0]?.at
  const months = (tables.get('months', 'site') ?? []).map(({ month }) => month)
  const entriesIn = (month: Month) => tables.get('entries', `site ${month}`) ?? []
  const due = [ofStories ?? null, newsEndsAt({ months, entriesIn }, now)].filter(at => at !== null)
  return due.length === 0 ? null : (Math.min(...due) as Instant)
}
