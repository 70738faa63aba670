// The stories that stand below a story: those that its editor picks, then earlier ones of its series and topics.

import { isShown, stateAt } from '../domain/lifecycle.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'
import { earlierRelated, laterStories } from './find-related.ts'
import { mentionOfName } from './index-claims.ts'
import { fileOfNamedStory, namesOfStory } from './named-story.ts'

export type Related = {
  /** Below a live story; none that readers may not see. */
  readonly to: (story: Story) => readonly Story[]
  /** The stories below which this one may stand: more than those below which it does. */
  readonly of: (story: Story) => readonly Pick<Story, 'file' | 'url'>[]
}

/** As many as fit below a story, unless its editor picks more. */
const mostShown = 4

export const createRelated = (
  tables: Tables,
  read: (file: string) => Story,
  { now, audience }: Pick<Viewpoint, 'now' | 'audience'>,
): Related => ({
  to: story => {
    if (story.related?.length === 0) return []
    const named = (story.related ?? []).flatMap(name => fileOfNamedStory(name, tables) ?? [])
    const isSeen = (file: string) => {
      const row = tables.get('stories', file)
      return row !== undefined && isShown(stateAt(row, now), audience)
    }
    const picked = new Set(named.filter(file => file !== story.file && isSeen(file)))
    const found = picked.size < mostShown ? earlierRelated(tables, story) : []
    const others = found.map(({ file }) => file).filter(file => !picked.has(file))
    return [...picked, ...others.slice(0, mostShown - picked.size)].map(read)
  },
  of: story => {
    const naming = namesOfStory(story).flatMap(name => tables.get('mentions', mentionOfName(name)) ?? [])
    return [...laterStories(tables, story), ...naming.flatMap(file => tables.get('stories', file) ?? [])]
  },
})
