// An old address of a story, which sends readers on to the present one.

import type { Site } from '../../domain/newsroom.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { pageKind } from '../page-kind.ts'

/** Netlify refuses every upload with such a name in it; there a rule of _redirects leads on. */
export const canHavePage = (path: string, { hosting }: Site): boolean =>
  hosting.cdn === 'none' || !/[?#]/.test(aliasUrl(path))

export const alias = pageKind<{ readonly path: string; readonly file: string }>({
  name: 'alias',
  layout: 'layouts/alias.njk',
  status: 301,
  always: () => [],
  pagesOf: ({ file, aliases }, { newsroom }) =>
    aliases.filter(path => canHavePage(path, newsroom.site)).map(path => ({ path, file })),
  urlOf: ({ path }) => aliasUrl(path),
  fileOf: ({ file }) => file,
  dataOf: ({ path, file }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || !archive.isLive(story) || !story.aliases.includes(path)) return null
    if (!canHavePage(path, newsroom.site)) return null
    return {
      meta: { title: story.title, description: story.summary, feed: null, crumbs: [] },
      target: story.url,
    }
  },
})
