// A story as search engines read it: schema.org's NewsArticle, with all that Google's article data needs and more.

import type { Instant } from '../domain/instant.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Correction, Source } from '../domain/story.ts'
import type { Link } from '../pages/page-kind.ts'
import type { PersonView } from '../pages/person-view.ts'
import type { LeadView } from '../pictures/picture-view.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { type LiveBlogData, liveBlogPosting } from './live-blog.ts'
import { publisherOf } from './organization.ts'
import { personOf } from './person.ts'

/** The story as its page's data has it. */
export type StoryData = LiveBlogData & {
  readonly title: string
  readonly summary: string
  readonly lastChange: Instant
  readonly language: string | null
  readonly dateline: string | null
  readonly words: number
  readonly section: { readonly name: string }
  readonly topics: readonly { readonly name: string }[]
  readonly part: { readonly series: Link; readonly number: number } | null
  readonly bylines: readonly Link[]
  /** Some of them, with more to say. */
  readonly authors: readonly PersonView[]
  readonly source: Source | null
  readonly corrections: readonly Correction[]
  readonly image: LeadView | null
}

export const newsArticle = (story: StoryData, site: Site): object => {
  const absolute = (path: string) => new URL(path, site.url).href
  const time = (instant: Instant) => rfc3339(instant, site.timezone)
  const url = absolute(story.url)
  const live = liveBlogPosting(story, site)
  return {
    '@type': live ? ['NewsArticle', 'LiveBlogPosting'] : 'NewsArticle',
    mainEntityOfPage: url,
    url,
    headline: story.title,
    description: story.summary,
    ...(story.image ? { image: imageObjects(story.image, absolute) } : {}),
    datePublished: time(story.date),
    dateModified: time(story.lastChange),
    author:
      story.bylines.length === 0
        ? publisherOf(site)
        : story.bylines.map(({ name, url: of }) =>
            personOf({ name, url: of, ...story.authors.find(author => author.url === of) }, site),
          ),
    publisher: publisherOf(site),
    articleSection: story.section.name,
    ...(story.topics.length > 0 ? { keywords: story.topics.map(({ name }) => name) } : {}),
    ...(story.part ? partOfSeries(story.part, absolute) : {}),
    inLanguage: story.language ?? site.language,
    wordCount: story.words,
    isAccessibleForFree: true,
    ...(story.dateline ? { dateline: story.dateline } : {}),
    ...(story.source ? sourceOf(story.source) : {}),
    ...(story.corrections.length > 0
      ? { correction: story.corrections.map(({ date, text }) => correctionComment(text, time(date))) }
      : {}),
    ...live,
  }
}

const sourceOf = ({ name, url }: Source): object => ({
  isBasedOn: url,
  sourceOrganization: { '@type': 'Organization', name, url },
})

const correctionComment = (text: string, datePublished: string): object => ({
  '@type': 'CorrectionComment',
  text,
  datePublished,
})

/** In the three ratios that Google wants, or as it is when it is too small, or drawn. */
const imageObjects = (image: LeadView, absolute: (path: string) => string): readonly object[] =>
  (image.crops.length === 0 ? [image] : image.crops).map(({ url, width, height }) => ({
    '@type': 'ImageObject',
    url: absolute(url),
    width,
    height,
    creditText: image.credit,
    ...(image.caption ? { caption: image.caption } : {}),
  }))

/** https://schema.org/CreativeWorkSeries */
const partOfSeries = (
  { series, number }: NonNullable<StoryData['part']>,
  absolute: (path: string) => string,
): object => ({
  isPartOf: { '@type': 'CreativeWorkSeries', name: series.name, url: absolute(series.url) },
  position: number,
})
