// A live story's own page.

import type { Instant } from '../../domain/instant.ts'
import { releaseOf, type State } from '../../domain/lifecycle.ts'
import { dayUrl } from '../../domain/site-addresses.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import { markdownContextOf } from '../../markdown/markdown-context.ts'
import { type LeadView, viewOfLead } from '../../pictures/picture-view.ts'
import { type Link, pageKind, type StoryText, textOf } from '../page-kind.ts'
import { type StoryAt, storyAt } from '../story-at.ts'
import { type Card, type Headline, headlineOf, lineOf, sectionLink, topicLink } from '../story-card.ts'

const linkTo = (story: Story | null) => story && headlineOf(story)

/** What the layout of a story, its structured data and the search index may ask of it. */
type StoryView = Card &
  Pick<Story, 'id' | 'source' | 'corrections' | 'live' | 'entries' | 'words'> & {
    /** Only the preview shows others than live ones, with a banner. */
    readonly state: State
    readonly release: Instant
    readonly image: LeadView | null
    /** A page without any needs no styles for them. */
    readonly hasPhotos: boolean
    readonly topics: readonly Link[]
    readonly lastChange: Instant
    /** Address of the day's bulletin. */
    readonly bulletin: string
  }

export type StoryPageData = {
  readonly story: StoryView
  /** Readers go from newer to older: that is the next story. */
  readonly next: Headline | null
  readonly previous: Headline | null
  readonly body: StoryText
}

export const storyPage = pageKind<StoryAt, StoryPageData>({
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
        state: archive.stateOf(story),
        release: releaseOf(story),
        source: story.source,
        image: story.image && viewOfLead(story.image),
        hasPhotos: [story.image, ...story.pictures].some(picture => picture?.pixels != null),
        corrections: story.corrections,
        topics: story.tags.map(tag => topicLink(tag, newsroom)),
        lastChange: modifiedAt(story),
        live: story.live,
        entries: story.entries,
        bulletin: dayUrl(story.day),
        words: story.words,
      },
      next: linkTo(older),
      previous: linkTo(newer),
      body: textOf(story),
      markdown: markdownContextOf(story, ''),
    }
  },
  expects: ({ story: { date, modified, corrections } }) => ({
    isStory: true,
    times: [
      { role: 'published', instant: date },
      ...(modified === null ? [] : [{ role: 'updated', instant: modified }]),
      ...corrections.map(correction => ({ role: 'corrected', instant: correction.date })),
    ],
  }),
})
