// What an editor does to fronts: the site's, and those of sections.

import { rfc3339 } from '../../src/time/wire-time.ts'
import type { EditedFront, EditedNewsroom } from './edited-newsroom.ts'
import { fileOfStory, urlOfStory } from './edited-newsroom.ts'
import type { Pick } from './pick.ts'
import { zone } from './site-data.ts'
import { type Edit, linkIn } from './story-edits.ts'

const hour = 3_600_000

/** By its address, its file, or by one that is none. */
const namedStory = (newsroom: EditedNewsroom, pick: Pick): string => {
  const story = pick.any(newsroom.stories)
  return story && !pick.isOnceIn(8) ? pick.one([urlOfStory(story), fileOfStory(story)]) : '2024/10/01/none'
}

/** On the front of a section there is no bulletin. */
const container = (newsroom: EditedNewsroom, pick: Pick, key: string): EditedFront['containers'][number] =>
  pick.one([
    key === '' ? 'bulletin' : 'introduction',
    'introduction',
    { section: pick.one(Object.keys(newsroom.sections) as [string, ...string[]]), most: 1 + pick.number(4) },
    { topic: 'nato', title: 'The alliance' },
    { stories: [namedStory(newsroom, pick), namedStory(newsroom, pick)] },
  ])

const editFront: Edit = (newsroom, pick) => {
  const key = pick.one(['', '', 'world', 'sport'])
  const old: EditedFront = newsroom.fronts[key] ?? {
    ...{ title: null, lead: null, pinned: [], hide: [], containers: [], blocks: [] },
  }
  const until = rfc3339((newsroom.now + (pick.number(60) - 6) * hour) as typeof newsroom.now, zone)
  const edited = pick.one<(was: EditedFront) => EditedFront>([
    was => ({ ...was, lead: pick.isOnceIn(4) ? null : namedStory(newsroom, pick) }),
    was => ({ ...was, pinned: [...was.pinned, { story: namedStory(newsroom, pick), until }].slice(-3) }),
    was => ({ ...was, hide: pick.isOnceIn(4) ? [] : [...was.hide, namedStory(newsroom, pick)] }),
    was => ({ ...was, title: pick.any(['A long night', null]) ?? null }),
    was => ({ ...was, blocks: pick.isOnceIn(3) ? [] : [linkIn(newsroom, pick), 'Good morning.'] }),
    was => ({
      ...was,
      containers: pick.isOnceIn(3) ? [] : [...was.containers, container(newsroom, pick, key)],
    }),
  ])(old)
  return { ...newsroom, fronts: { ...newsroom.fronts, [key]: edited } }
}

const removeFront: Edit = (newsroom, pick) => {
  const key = pick.any(Object.keys(newsroom.fronts))
  if (key === undefined) return newsroom
  const { [key]: _, ...fronts } = newsroom.fronts
  return { ...newsroom, fronts }
}

const keepOffFronts: Edit = (newsroom, pick) => {
  const story = pick.any(newsroom.stories)
  const edited = story && { ...story, isOffFronts: !story.isOffFronts }
  return {
    ...newsroom,
    stories: newsroom.stories.map(other => (edited && other === story ? edited : other)),
  }
}

export const frontEdits: Readonly<Record<string, readonly [weight: number, edit: Edit]>> = {
  'edit a front': [4, editFront],
  'edit a front no more': [1, removeFront],
  'keep a story off fronts': [1, keepOffFronts],
}
