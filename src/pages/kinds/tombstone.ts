// What is left of a withdrawn story: that it was, when it was withdrawn, and why. Nothing of its text.

import { pageKind } from '../page-kind.ts'
import { sectionLink } from '../story-card.ts'

export const tombstone = pageKind<{ readonly file: string; readonly url: string }>({
  name: 'tombstone',
  layout: 'layouts/tombstone.njk',
  status: 410,
  // They are to look again, and take it out.
  announceTo: 'indexNow',
  always: () => [],
  of: 'withdrawn',
  pagesOf: ({ file, url }) => [{ file, url }],
  urlOf: ({ url }) => url,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || archive.isLive(story) || story.url !== url) return null
    return {
      meta: {
        title: newsroom.strings.withdrawn,
        description: newsroom.strings.withdrawnTitle,
        feed: null,
        crumbs: [{ name: newsroom.site.name, url: '/' }, sectionLink(story.section, newsroom)],
      },
      withdrawn: story.withdrawn,
      published: story.date,
    }
  },
})
