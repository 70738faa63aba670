// What is left of a withdrawn story: that it was, when it was withdrawn, and why. Nothing of its text.

import type { Site } from '../../domain/newsroom.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { isAddressOfStory } from '../channels.ts'
import { hoursAt } from '../cut-live-blog.ts'
import { pageKind } from '../page-kind.ts'
import { sectionLink } from '../story-card.ts'
import { canHavePage } from './alias.ts'

type AtAddress = { readonly file: string; readonly url: string }

/** Its old ones as well, and those of a live blog's hours: nothing leads on from there any more. */
export const addressesOf = (story: Story, site: Site): readonly AtAddress[] => {
  const { file, url, aliases } = story
  const old = aliases.filter(path => canHavePage(path, site)).map(aliasUrl)
  const ofHours = [url, ...old.filter(isAddressOfStory)].flatMap(each => hoursAt(each, story, site))
  return [url, ...old, ...ofHours].map(each => ({ file, url: each }))
}

export const isAddressOf = (story: Story, address: string, site: Site): boolean =>
  addressesOf(story, site).some(({ url }) => url === address)

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
    if (!story || archive.isLive(story) || !isAddressOf(story, url, newsroom.site)) return null
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
