// A file by which servers see that a story was withdrawn: they answer 410 without a new configuration for each one.

import { addresses } from '../../domain/site-addresses.ts'
import { pageKind } from '../page-kind.ts'

export const withdrawnMark = pageKind<{ readonly file: string; readonly url: string }>({
  name: 'withdrawn-mark',
  medium: 'other',
  layout: 'machine/withdrawn.txt.njk',
  always: () => [],
  of: 'withdrawn',
  pagesOf: ({ file, url }) => [{ file, url }],
  urlOf: ({ url }) => `${addresses.withdrawn}${url.slice(1, -1)}.txt`,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || archive.isLive(story) || story.url !== url) return null
    const title = newsroom.strings.withdrawn
    return { meta: { title, description: '', feed: null, crumbs: [] }, gone: url }
  },
})
