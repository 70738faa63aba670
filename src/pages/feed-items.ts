// What feeds say of a story, of a correction, of an entry of a live blog: the same in each format.

import type { DatedCorrection } from '../archive/create-archive.ts'
import type { Instant } from '../domain/instant.ts'
import { anchorOf, type LiveEntry } from '../domain/live-blog.ts'
import type { MediaFile } from '../domain/media.ts'
import { type Correction, modifiedAt, type Source, type Story } from '../domain/story.ts'
import { fill } from '../domain/strings.ts'
import { type MarkdownContext, markdownContextOf } from '../markdown/markdown-context.ts'
import { type FeedPicture, viewInFeed } from '../pictures/picture-view.ts'
import { type Link, type PageContext, type StoryText, textOf } from './page-kind.ts'
import { bylineLinks, sectionLink, topicLink } from './story-card.ts'

export type FeedItem = {
  /** Permanent. */
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly date: Instant
  /** When it last said something new. */
  readonly modified: Instant
  /** BCP 47; null when it is the site's. */
  readonly language: string | null
  readonly authors: readonly Link[]
  readonly section: Link
  readonly topics: readonly Link[]
  readonly source: Source | null
  readonly picture: FeedPicture | null
  /** The video or sound that a reader may play by itself. */
  readonly media: MediaFile | null
  readonly corrections: readonly Correction[]
  /** Null where the summary is all that the feed has. */
  readonly text: StoryText | null
  /** Which of a live blog's entries the text is, counted from the newest; null for all of the text. */
  readonly entry: number | null
  readonly markdown: MarkdownContext | null
}

/** What all of a story's items share. */
const ofStory = (story: Story, { newsroom }: PageContext) => ({
  language: story.language,
  authors: bylineLinks(story, newsroom),
  section: sectionLink(story.section, newsroom),
  topics: story.tags.map(tag => topicLink(tag, newsroom)),
})

const inSummary = { text: null, entry: null, markdown: null } as const

export const itemOfStory = (story: Story, context: PageContext, isFull: boolean): FeedItem => ({
  id: story.id,
  url: story.url,
  title: story.title,
  summary: story.summary,
  date: story.date,
  modified: modifiedAt(story),
  ...ofStory(story, context),
  source: story.source,
  picture: story.image && viewInFeed(story.image),
  media: story.media[0] ?? null,
  corrections: story.corrections,
  ...(isFull ? fullText(story, context) : inSummary),
})

const fullText = (story: Story, { newsroom }: PageContext) => ({
  text: textOf(story),
  entry: null,
  markdown: markdownContextOf(story, newsroom.site.url),
})

export const itemOfCorrection = ({ correction, story }: DatedCorrection, context: PageContext): FeedItem => ({
  id: idOfCorrection(correction, story),
  url: `${story.url}#dl-corrections`,
  title: fill(context.newsroom.strings.correctionTo, { story: story.title }),
  summary: correction.text,
  date: correction.date,
  modified: correction.date,
  ...ofStory(story, context),
  source: null,
  picture: null,
  media: null,
  corrections: [],
  ...inSummary,
})

/** Several of one second are told apart by their order. */
const idOfCorrection = (correction: Correction, { id, corrections }: Story): string => {
  const ofSecond = corrections.filter(({ date }) => date === correction.date)
  const index = ofSecond.indexOf(correction)
  return `${id}/correction/${utc(correction.date)}${index > 0 ? `-${index + 1}` : ''}`
}

export const itemOfEntry = (
  story: Story,
  entry: LiveEntry,
  index: number,
  context: PageContext,
  isFull: boolean,
): FeedItem => ({
  id: `${story.id}/live/${utc(entry.at)}`,
  url: `${story.url}#${anchorOf(entry.at)}`,
  title: entry.headline,
  summary: entry.text,
  date: entry.at,
  modified: entry.at,
  ...ofStory(story, context),
  source: null,
  picture: null,
  media: null,
  corrections: [],
  ...(isFull ? { ...fullText(story, context), entry: index } : inSummary),
})

/** "20241024T183000Z" */
const utc = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')
