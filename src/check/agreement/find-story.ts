// Finds the published story behind an address that a page or a feed names.

import { createArchive } from '../../archive/create-archive.ts'
import type { SiteData } from '../../domain/newsroom.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { addressKey, decodePath } from '../../domain/web-address.ts'
import { bylineLinks, sectionLink } from '../../pages/story-card.ts'
import type { Tables } from '../../store/tables.ts'
import type { PublishedStory } from './claim.ts'

/** Null where no live story has the address. `url`: in full. */
export type FindStory = (url: string) => PublishedStory | null

export const createFindStory = (tables: Tables, viewpoint: Viewpoint, data: SiteData): FindStory => {
  const archive = createArchive(tables, viewpoint)
  const origin = new URL('/', data.site.url).href.slice(0, -1)
  return url => {
    if (!url.startsWith(`${origin}/`)) return null
    const path = url.slice(origin.length)
    for (const file of tables.get('claims', addressKey(decodePath(path))) ?? []) {
      const story = archive.story(file)
      if (story && archive.isLive(story) && new URL(story.url, data.site.url).href === url)
        return publishedStory(story, data)
    }
    return null
  }
}

const publishedStory = (story: Story, data: SiteData): PublishedStory => ({
  file: story.file,
  url: story.url,
  id: story.id,
  headline: story.title,
  published: story.date,
  modified: modifiedAt(story),
  authors: bylineLinks(story, data).map(({ name }) => name),
  section: sectionLink(story.section, data).name,
  corrections: story.corrections.map(({ text }) => text),
})
