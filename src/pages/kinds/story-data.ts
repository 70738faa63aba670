// Stories as data, beside their pages: ninjs 3.1 of the IPTC. Of a withdrawn one only that it was withdrawn.

import { dataUrl } from '../../domain/site-addresses.ts'
import { itemOfStory } from '../feed-items.ts'
import { pageKind } from '../page-kind.ts'
import { storyAt } from '../story-at.ts'

export const storyData = pageKind<{ readonly file: string; readonly url: string }>({
  name: 'story-data',
  medium: 'ninjs',
  layout: 'machine/story.json.njk',
  always: () => [],
  of: 'published',
  pagesOf: (story, { newsroom }) => (newsroom.site.ninjs ? [storyAt(story)] : []),
  urlOf: dataUrl,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, context) => {
    const { archive, newsroom } = context
    const story = newsroom.site.ninjs ? archive.story(file) : null
    if (!story || story.url !== url) return null
    const { id, withdrawn, dateline, kicker, urgency, words } = story
    const meta = { title: '', description: '', feed: null, crumbs: [] }
    if (!archive.isLive(story)) return { meta, item: null, withdrawn: { id, ...withdrawn } }
    return { meta, item: itemOfStory(story, context, true), facts: { dateline, kicker, urgency, words } }
  },
})
