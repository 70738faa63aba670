// An old address of a story, which sends readers on to the present one.

import type { Story } from '../domain/story.ts'
import { pageKind } from './page-kind.ts'

export const alias = pageKind<{ readonly path: string; readonly story: Story }>({
  name: 'alias',
  layout: 'layouts/alias.njk',
  always: () => [],
  pagesOf: (story, { archive }) =>
    archive.isLive(story) ? story.aliases.map(path => ({ path, story })) : [],
  urlOf: ({ path }) => (/\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`),
  fileOf: ({ story }) => story.file,
  dataOf: ({ story }) => ({
    meta: {
      title: story.title,
      description: story.summary,
      feed: null,
      crumbs: [],
    },
    target: story.url,
  }),
})
