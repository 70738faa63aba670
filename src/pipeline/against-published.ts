// What is about to be published, held against what readers have: no address is lost, nothing changes in silence, and times
// are those at which stories came.

import type { Content } from '../archive/content.ts'
import type { BuildRequest } from '../changes/find-changes.ts'
import { readers } from '../domain/audience.ts'
import { type State, stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import type { LastSite } from '../store/last-site.ts'
import { rowsOf } from '../store/stored-tables.ts'
import { lostAddressesOf } from './lost-addresses.ts'
import { silentEditOf } from './silent-edits.ts'
import { findTimesOfRelease } from './times-of-release.ts'

/**
 * Costs the stories that changed; of a full build, a look at each that was published. Nothing for other audiences than readers,
 * nor where the clock was set back: there stories are only not out yet.
 */
export const holdAgainstPublished = async (
  { losesAddresses = false, editsSilently = false }: BuildRequest,
  content: Content,
  { store, tables: published, last }: LastSite,
): Promise<readonly Problem[]> => {
  const { viewpoint, before, stories } = content
  if (last === null || store === null || viewpoint.now < last.viewpoint.now) return []
  if ([last.viewpoint, viewpoint].some(({ audience }) => audience.name !== readers.name)) return []
  const problems: Problem[] = []
  const states = new Map<string, State>()
  const compare = (story: Story) => {
    const state = stateAt(story, last.viewpoint.now)
    states.set(story.file, state)
    if (state !== 'live' && state !== 'withdrawn') return
    if (!losesAddresses) problems.push(...lostAddressesOf(story, content, published))
    if (!editsSilently && state === 'live') problems.push(...silentEditOf(story, content, published))
  }
  if (before === null) for await (const [, story] of rowsOf(store, 'stories')) compare(story)
  else
    for (const { file } of stories) {
      const story = published.get('stories', file)
      if (story !== undefined) compare(story)
    }
  return [...problems, ...findTimesOfRelease(content, file => states.get(file))]
}
