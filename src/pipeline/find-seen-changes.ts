// What readers see become of stories by this publish, for its report.

import type { Content } from '../archive/content.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import { seenChanges } from '../archive/seen-changes.ts'
import { readers } from '../domain/audience.ts'
import type { SeenChange } from '../domain/seen-change.ts'
import type { LastSite } from '../store/last-site.ts'
import { rowsOf } from '../store/stored-tables.ts'

/**
 * Null where nobody knows what readers had: without a last publish; and for editors. Costs the stories that changed; of a full
 * build, a look at each that was published.
 */
export const findSeenChanges = async (
  { stories, viewpoint, before, tables }: Content,
  { store, last }: LastSite,
): Promise<readonly SeenChange[] | null> => {
  if (viewpoint.audience.name !== readers.name || last === null || store === null) return null
  if (before !== null) return seenChanges(stories, before, viewpoint)
  const known = new Set<string>()
  const changes: StoryChange[] = []
  for await (const [file, story] of rowsOf(store, 'stories')) {
    known.add(file)
    const change = { file, before: story, after: tables.get('stories', file) ?? null }
    // Most stories by far are as they were: an archive of both versions would not fit into memory.
    if (seenChanges([change], last.viewpoint, viewpoint).length > 0) changes.push(change)
  }
  const added = stories.filter(({ file }) => !known.has(file))
  return seenChanges([...changes, ...added], last.viewpoint, viewpoint)
}
