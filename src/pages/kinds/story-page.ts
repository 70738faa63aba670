// A live story's own page.

import type { Archive } from '../../archive/create-archive.ts'
import type { Instant } from '../../domain/instant.ts'
import { releaseOf, type State } from '../../domain/lifecycle.ts'
import type { Listing } from '../../domain/listing.ts'
import { anchorOf, type LiveEntry } from '../../domain/live-blog.ts'
import type { SiteData } from '../../domain/newsroom.ts'
import { dayUrl } from '../../domain/site-addresses.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import { type MarkdownContext, markdownContextOf } from '../../markdown/markdown-context.ts'
import { type LeadView, viewOfLead } from '../../pictures/picture-view.ts'
import type { ListedStory } from '../../store/listed.ts'
import { type CutBlog, cutLiveBlog } from '../cut-live-blog.ts'
import { type Link, type PageContext, pageKind, type StoryText, textOf } from '../page-kind.ts'
import { authorsOf, type PersonView } from '../person-view.ts'
import { type RelatedCard, relatedCard, storiesNaming } from '../related-card.ts'
import { type StoryAt, storyAt } from '../story-at.ts'
import {
  type Card,
  type Headline,
  headlineOf,
  lineOf,
  listingLink,
  sectionLink,
  topicLink,
} from '../story-card.ts'
import { nameOfHours } from './live-hours.ts'

const linkTo = (story: Story | null) => story && headlineOf(story)

type ShownEntry = Pick<LiveEntry, 'at' | 'headline' | 'text'>

/** A page of hours, and the ids that lead there: of the entries that the story's page lacks, and of subheads in them. */
export type EarlierHours = Link & {
  readonly entries: readonly { readonly at: Instant; readonly id: string; readonly ids: readonly string[] }[]
}

/** What the layout of a story, its structured data and the search index may ask of it. */
type StoryView = Card &
  Pick<Story, 'id' | 'source' | 'corrections' | 'live' | 'words'> & {
    /** Of a live blog, those that its page holds, newest first. */
    readonly entries: readonly ShownEntry[]
    /** Those of its hours that have pages of their own, newest first. */
    readonly hours: readonly EarlierHours[]
    /** Only the preview shows others than live ones, with a banner. */
    readonly state: State
    readonly release: Instant
    readonly image: LeadView | null
    /** A page without any needs no styles for them. */
    readonly hasPhotos: boolean
    readonly topics: readonly Link[]
    /** Those of whom people.yaml tells more than a name. */
    readonly authors: readonly PersonView[]
    readonly lastChange: Instant
    /** Address of the day's bulletin. */
    readonly bulletin: string
    /** Null for a story of no series. */
    readonly part: PartOfSeries | null
  }

/** The oldest story of a series is its first part. */
export type PartOfSeries = {
  readonly series: Link
  readonly number: number
  readonly count: number
  readonly before: Headline | null
  readonly after: Headline | null
}

export type StoryPageData = {
  readonly story: StoryView
  /** Readers go from newer to older: that is the next story. */
  readonly next: Headline | null
  readonly previous: Headline | null
  /** The best first. */
  readonly related: readonly RelatedCard[]
  readonly body: StoryText
  /** For the checks: what its page may do that others may not. */
  readonly imported?: Pick<NonNullable<Story['imported']>, 'nowhere'>
}

/** The newest first. Each part says how many there are, so all of them change when one comes or goes. */
const partsOf = ({ series }: Story, archive: Archive): readonly ListedStory[] => {
  if (series === null) return []
  const { months, entriesIn } = archive.listing({ of: 'series', key: series })
  return months.flatMap(entriesIn)
}

const partIn = (story: Story, archive: Archive, data: SiteData): PartOfSeries | null => {
  const parts = partsOf(story, archive)
  const at = parts.findIndex(({ file }) => file === story.file)
  if (story.series === null || at === -1) return null
  const listing: Listing = { of: 'series', key: story.series }
  const { older, newer } = archive.neighbours(story, listing)
  return {
    series: listingLink(listing, data),
    number: parts.length - at,
    count: parts.length,
    before: linkTo(older),
    after: linkTo(newer),
  }
}

const earlierOf = ({ shown, hours }: CutBlog, context: PageContext): readonly EarlierHours[] => {
  const here = new Set(shown.map(({ at }) => at))
  return hours.map(part => ({
    name: nameOfHours(part, context),
    url: part.url,
    entries: part.entries
      .filter(({ at }) => !here.has(at))
      .map(({ at, ids }) => ({ at, id: anchorOf(at), ids })),
  }))
}

/** The text with the entries that its page holds. */
const contextFor = (story: Story, { shown, hours }: CutBlog): MarkdownContext => {
  const context = markdownContextOf(story, '')
  if (hours.length === 0) return context
  const moved = story.entries.slice(shown.length).flatMap(({ ids }) => ids)
  return { ...context, entries: shown.map(({ at }) => at), ...(moved.length > 0 ? { taken: moved } : {}) }
}

export const storyPage = pageKind<StoryAt, StoryPageData>({
  name: 'story',
  layout: 'layouts/story.njk',
  always: () => [],
  pagesOf: (story, { archive }) => {
    const { older, newer } = archive.neighbours(story)
    const near = [story, older, newer].filter(page => page !== null)
    const pages = [...near, ...partsOf(story, archive)].map(storyAt)
    return [...new Map(pages.map(page => [page.file, page])).values()]
  },
  pagesBetween: (before, after, changes) =>
    changes.flatMap(({ file }) => storiesNaming(file, before, after)).map(storyAt),
  urlOf: ({ url }) => url,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, context) => {
    const { archive, newsroom } = context
    const story = archive.story(file)
    if (!story || !archive.isLive(story) || story.url !== url) return null
    const { older, newer } = archive.neighbours(story)
    const section = sectionLink(story.section, newsroom)
    const cut = cutLiveBlog(story, newsroom.site)
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
        authors: authorsOf(story, newsroom),
        lastChange: modifiedAt(story),
        live: story.live,
        entries: cut.shown.map(({ at, headline, text }) => ({ at, headline, text })),
        hours: earlierOf(cut, context),
        bulletin: dayUrl(story.day),
        words: story.words,
        part: partIn(story, archive, newsroom),
      },
      next: linkTo(older),
      previous: linkTo(newer),
      related: archive.related.to(story).map(relatedCard),
      ...(story.imported && { imported: { nowhere: story.imported.nowhere } }),
      body: textOf(story),
      markdown: contextFor(story, cut),
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
