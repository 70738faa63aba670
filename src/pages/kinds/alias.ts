// An old address of a story, which sends readers on to the present one.

import { aliasUrl } from '../../domain/site-addresses.ts'
import { pageKind } from '../page-kind.ts'

export const alias = pageKind<{ readonly path: string; readonly file: string }>({
  name: 'alias',
  layout: 'layouts/alias.njk',
  status: 301,
  always: () => [],
  pagesOf: ({ file, aliases }) => aliases.map(path => ({ path, file })),
  urlOf: ({ path }) => aliasUrl(path),
  fileOf: ({ file }) => file,
  dataOf: ({ path, file }, { archive }) => {
    const story = archive.story(file)
    if (!story || !archive.isLive(story) || !story.aliases.includes(path)) return null
    return {
      meta: { title: story.title, description: story.summary, feed: null, crumbs: [] },
      target: story.url,
    }
  },
})
