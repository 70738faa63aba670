// A live story's own page.

import { releaseOf } from '../../domain/lifecycle.ts'
import { dayUrl } from '../../domain/site-addresses.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import { markdownContextOf } from '../../markdown/markdown-context.ts'
import { viewOfLead } from '../../pictures/picture-view.ts'
import { pageKind, textOf } from '../page-kind.ts'
import { type StoryAt, storyAt } from '../story-at.ts'
import { headlineOf, lineOf, sectionLink, topicLink } from '../story-card.ts'

const linkTo = (story: Story | null) => story && headlineOf(story)

export const storyPage = pageKind<StoryAt>({
  name: 'story',
  layout: 'layouts/story.njk',
  always: () => [],
  pagesOf: (story, { archive }) => {
    const { older, newer } = archive.neighbours(story)
    return [story, older, newer].filter(page => page !== null).map(storyAt)
  },
  urlOf: ({ url }) => url,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, { archive, newsroom }) => {
    const story = archive.story(file)
    if (!story || !archive.isLive(story) || story.url !== url) return null
    const { older, newer } = archive.neighbours(story)
    const section = sectionLink(story.section, newsroom)
    const feed = story.live ? { name: story.title, url } : section
    return {
      meta: {
        title: story.title,
        description: story.summary,
        feed,
        crumbs: [{ name: newsroom.site.name, url: '/' }, section],
      },
      story: {
        ...lineOf(story, newsroom),
        id: story.id,
        // Only the preview shows others than live ones, with a banner.
        state: archive.stateOf(story),
        release: releaseOf(story),
        source: story.source,
        image: story.image && viewOfLead(story.image),
        // A page without any needs no styles for them.
        hasPhotos: [story.image, ...story.pictures].some(picture => picture?.pixels),
        corrections: story.corrections,
        topics: story.tags.map(tag => topicLink(tag, newsroom)),
        lastChange: modifiedAt(story),
        live: story.live,
        entries: story.entries,
        bulletin: dayUrl(story.day),
        words: story.words,
      },
      // Readers go from newer to older: that is the next story.
      next: linkTo(older),
      previous: linkTo(newer),
      body: textOf(story),
      markdown: markdownContextOf(story, ''),
    }
  },
})
