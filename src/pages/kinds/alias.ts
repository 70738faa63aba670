// An old address of a story, which sends readers on to the present one.

import type { Site } from '../../domain/newsroom.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { isAddressOfStory } from '../channels.ts'
import { cutLiveBlog } from '../cut-live-blog.ts'
import { pageKind } from '../page-kind.ts'

/** Netlify refuses every upload with such a name in it; there a rule of _redirects leads on. */
export const canHavePage = (path: string, { hosting }: Site): boolean =>
  hosting.cdn === 'none' || !/[?#]/.test(aliasUrl(path))

/** Those of the hours of a live blog lead to these hours. */
const oldAddressesOf = (story: Story, site: Site): readonly { path: string; target: string }[] => {
  const old = story.aliases.filter(path => canHavePage(path, site))
  const { hours } = old.length === 0 ? { hours: [] } : cutLiveBlog(story, site)
  return [
    ...old.map(path => ({ path, target: story.url })),
    ...old
      .map(aliasUrl)
      .filter(isAddressOfStory)
      .flatMap(at => hours.map(({ slug, url }) => ({ path: `${at}${slug}/`, target: url }))),
  ]
}

export const alias = pageKind<{ readonly path: string; readonly file: string }>({
  name: 'alias',
  layout: 'layouts/alias.njk',
  status: 301,
  always: () => [],
  pagesOf: (story, { newsroom }) =>
    oldAddressesOf(story, newsroom.site).map(({ path }) => ({ path, file: story.file })),
  urlOf: ({ path }) => aliasUrl(path),
  fileOf: ({ file }) => file,
  dataOf: ({ path, file }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || !archive.isLive(story)) return null
    const old = oldAddressesOf(story, newsroom.site).find(each => each.path === path)
    return old
      ? {
          meta: { title: story.title, description: story.summary, feed: null, crumbs: [] },
          target: old.target,
        }
      : null
  },
})
