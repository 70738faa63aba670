// How stories and bulletins differ from the last publish: by their files, and by the clock alone.

import { basename } from 'node:path'
import type { CurationChange } from '../archive/index-claims.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import type { Curation } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'

/** `removed`: files that are gone, or whose stories nobody gets. */
export const storyChanges = (
  base: Tables,
  stories: readonly Story[],
  removed: readonly string[],
): readonly StoryChange[] => [
  ...stories.map(story => ({
    file: story.file,
    before: base.get('stories', story.file) ?? null,
    after: story,
  })),
  ...removed
    .map(file => ({ file, before: base.get('stories', file) ?? null, after: null }))
    .filter(({ before }) => before !== null),
]

export const curationChanges = (
  base: Tables,
  curations: readonly Curation[],
  removed: readonly string[],
): readonly CurationChange[] => [
  ...curations.map(curation => ({ before: base.get('curations', curation.day) ?? null, after: curation })),
  ...removed
    .map(file => ({ before: base.get('curations', basename(file, '.md')) ?? null, after: null }))
    .filter(({ before }) => before !== null),
]

/** Stories that changed by the clock alone since the last publish. */
export const fallenDue = (
  base: Tables,
  { now }: Viewpoint,
  again: ReadonlySet<string>,
): readonly StoryChange[] =>
  (base.get('due', 'due') ?? [])
    .filter(({ at, file }) => at <= now && !again.has(file))
    .flatMap(({ file }) => {
      const story = base.get('stories', file)
      return story ? [{ file, before: story, after: story }] : []
    })
