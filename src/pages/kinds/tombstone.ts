// What is left of a withdrawn story: that it was, when it was withdrawn, and why. Nothing of its text.

import type { Site } from '../../domain/newsroom.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { pageKind } from '../page-kind.ts'
import { sectionLink } from '../story-card.ts'
import { canHavePage } from './alias.ts'

type AtAddress = { readonly file: string; readonly url: string }

/** Its old ones as well: nothing leads on from there any more. */
export const addressesOf = ({ file, url, aliases }: Story, site: Site): readonly AtAddress[] =>
  [url, ...aliases.filter(path => canHavePage(path, site)).map(aliasUrl)].map(each => ({ file, url: each }))

export const isAddressOf = ({ url, aliases }: Story, address: string): boolean =>
  url === address || aliases.some(alias => aliasUrl(alias) === address)

export const tombstone = pageKind<AtAddress>({
  name: 'tombstone',
  layout: 'layouts/tombstone.njk',
  status: 410,
  // They are to look again, and take it out.
  announceTo: 'indexNow',
  always: () => [],
  of: 'withdrawn',
  pagesOf: (story, { newsroom }) => addressesOf(story, newsroom.site),
  urlOf: ({ url }) => url,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || archive.isLive(story) || !isAddressOf(story, url)) return null
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
