// The tables of a site as they would be at another instant, for readers: what a preview has, with the stories that differ moved.

import { indexListings } from '../archive/index-stories.ts'
import type { Audience } from '../domain/audience.ts'
import { asOf, isShown, stateAt } from '../domain/lifecycle.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { type EditedTables, editTables, type Tables } from '../store/tables.ts'

/** The pages of the preview, without what readers may not see. */
export const readersOf = (audience: Audience): Audience => ({
  ...audience,
  name: 'readers',
  showsHeld: false,
})

export type ViewTables = {
  readonly tables: EditedTables
  /** Those that look otherwise, or are not there, at one of the two viewpoints. */
  readonly stories: readonly Story[]
}

/** Nobody else sees the edits. Looks at every story, and costs the months of those that differ. */
export const tablesAt = (tables: Tables, before: Viewpoint, after: Viewpoint): ViewTables => {
  const files = new Set(tables.get('lists', 'hidden') ?? [])
  for (const { month } of tables.get('months', 'site') ?? [])
    for (const { file } of tables.get('entries', `site ${month}`) ?? []) files.add(file)
  const stories = [...files]
    .sort()
    .flatMap(file => tables.get('stories', file) ?? [])
    .filter(story => isOtherwise(story, before, after))
  const edited = editTables(tables)
  const changes = stories.map(story => ({ file: story.file, before: story, after: story }))
  indexListings(edited, changes, before, after)
  return { tables: edited, stories }
}

const isOtherwise = (story: Story, before: Viewpoint, after: Viewpoint): boolean => {
  const [was, is] = [stateAt(story, before.now), stateAt(story, after.now)]
  if (was !== is || isShown(was, before.audience) !== isShown(is, after.audience)) return true
  const [then, now] = [asOf(story, before.now), asOf(story, after.now)]
  return then !== now && JSON.stringify(then) !== JSON.stringify(now)
}
