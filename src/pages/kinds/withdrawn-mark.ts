// A file by which servers see that a story was withdrawn: they answer 410 without a new configuration for each one.

import { addresses } from '../../domain/site-addresses.ts'
import { pageKind } from '../page-kind.ts'
import { addressesOf, isAddressOf } from './tombstone.ts'

/** "/old/page.html" → "/withdrawn/old/page.html.txt", "/shop/2012/" → "/withdrawn/shop/2012.txt" */
export const markUrl = (url: string): string => `${addresses.withdrawn}${url.slice(1).replace(/\/$/, '')}.txt`

export const withdrawnMark = pageKind<{ readonly file: string; readonly url: string }>({
  name: 'withdrawn-mark',
  medium: 'other',
  layout: 'machine/withdrawn.txt.njk',
  always: () => [],
  of: 'withdrawn',
  pagesOf: (story, { newsroom }) => addressesOf(story, newsroom.site),
  urlOf: ({ url }) => markUrl(url),
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || archive.isLive(story) || !isAddressOf(story, url, newsroom.site)) return null
    const title = newsroom.strings.withdrawn
    return { meta: { title, description: '', feed: null, crumbs: [] }, gone: url }
  },
})
