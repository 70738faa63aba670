// The plan of a whole site: every page that stands, every picture that it shows, everything held back.

import type { Instant } from '../domain/instant.ts'
import { type Audience, nextDue, releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { PageContext, PageData, PageKind } from '../pages/page-kind.ts'
import { outputPathOf } from './output-path.ts'

export type PlannedPage = {
  readonly kind: string
  readonly url: string
  /** Relative to the published folder. */
  readonly output: string
  readonly layout: string
  /** The story file that the page is made from; null for pages that show many stories. */
  readonly file: string | null
  readonly data: PageData
}

/** A file that is published as it is. `from` is relative to the site's root, `to` to the published folder. */
export type PlannedFile = { readonly from: string; readonly to: string }

export type HeldStory = { readonly file: string; readonly title: string; readonly release: Instant }

export type Plan = {
  /** In code-point order of their urls. */
  readonly pages: readonly PlannedPage[]
  readonly pictures: readonly PlannedFile[]
  readonly held: readonly HeldStory[]
  readonly drafts: readonly string[]
  readonly audience: Audience
  /** The next instant at which the site changes by itself; null when there is none. */
  readonly nextDue: Instant | null
}

export const planSite = (kinds: readonly PageKind[], context: PageContext, audience: Audience): Plan => {
  const { archive, newsroom } = context
  const stories = newsroom.stories.map(({ story }) => story)
  const due = stories.map(story => nextDue(story, archive.now)).filter(instant => instant !== null)
  return {
    audience,
    pages: planPages(kinds, context),
    pictures: planPictures(context),
    held: stories
      .filter(story => stateAt(story, archive.now) === 'held')
      .map(story => ({ file: story.file, title: story.title, release: releaseOf(story) }))
      .sort((one, other) => one.release - other.release),
    drafts: stories.filter(story => story.draft).map(story => story.file),
    nextDue: due.length === 0 ? null : (Math.min(...due) as Instant),
  }
}

/** Two kinds may plan one place: `findConflicts` tells. Within a kind, a page that several stories ask for is one page. */
const planPages = (kinds: readonly PageKind[], context: PageContext): PlannedPage[] => {
  const planned = new Map<string, PlannedPage | null>()
  for (const { name, always, pagesOf } of kinds) {
    const pages = [...always(context), ...context.archive.published.flatMap(story => pagesOf(story, context))]
    for (const { kind, url, layout, file, dataIn } of pages) {
      const key = `${name} ${url}`
      if (planned.has(key)) continue
      const data = dataIn(context)
      planned.set(key, data && { kind, url, output: outputPathOf(url), layout, file, data })
    }
  }
  return [...planned.values()]
    .filter(page => page !== null)
    .sort((one, other) => (one.url < other.url ? -1 : 1))
}

/** Only the pictures of live stories: a held story's picture would give it away. */
const planPictures = ({ archive }: PageContext): PlannedFile[] => {
  const files = new Map<string, string>()
  for (const story of archive.published.filter(archive.isLive)) {
    for (const { src, file, url } of [...(story.image ? [story.image] : []), ...story.pictures]) {
      if (!src.startsWith('/')) files.set(file, decodeURI(url).slice(1))
    }
  }
  return [...files].map(([from, to]) => ({ from, to })).sort((one, other) => (one.from < other.from ? -1 : 1))
}
