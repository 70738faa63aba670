// What is left of a withdrawn story: that it was, when it was withdrawn, and why. Nothing of its text.

import type { Story } from '../domain/story.ts'
import { pageKind } from './page-kind.ts'
import { sectionLink } from './story-card.ts'

export const tombstone = pageKind<Story>({
  name: 'tombstone',
  layout: 'layouts/tombstone.njk',
  always: () => [],
  pagesOf: (story, { archive }) => (archive.isLive(story) ? [] : [story]),
  urlOf: story => story.url,
  fileOf: story => story.file,
  dataOf: (story, { newsroom }) => ({
    meta: {
      title: 'Story withdrawn',
      description: 'This story has been withdrawn.',
      feed: null,
      crumbs: [{ name: newsroom.site.name, url: '/' }, sectionLink(story.section, newsroom)],
    },
    withdrawn: story.withdrawn,
    published: story.date,
  }),
})
