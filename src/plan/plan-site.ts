// The plan of a whole site: every page that stands, every picture that it shows, everything held back.

import type { Instant } from '../domain/instant.ts'
import { type Audience, isShown, nextDue, releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { Story } from '../domain/story.ts'
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
  /** Where stories that are not shown, and their pictures, would stand: nothing may be left there. */
  readonly withheld: readonly string[]
  /** The next instant at which the site changes by itself; null when there is none. */
  readonly nextDue: Instant | null
}

export const planSite = (kinds: readonly PageKind[], context: PageContext, audience: Audience): Plan => {
  const { archive, newsroom } = context
  const stories = newsroom.stories.map(({ story }) => story)
  const due = stories.map(story => nextDue(story, archive.now)).filter(instant => instant !== null)
  const pages = planPages(kinds, context)
  const pictures = planPictures(context)
  const shown = new Set([...pages.map(page => page.output), ...pictures.map(picture => picture.to)])
  return {
    audience,
    pages,
    pictures,
    withheld: stories
      .filter(story => !isShown(stateAt(story, archive.now), audience))
      .flatMap(placesOf)
      .filter(output => !shown.has(output)),
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

/** Every file that a story could ever have in the published folder. */
const placesOf = (story: Story): readonly string[] => [
  outputPathOf(story.url),
  ...story.aliases.map(outputPathOf),
  ...picturesOf(story).map(({ to }) => to),
]

/** A picture in content/static/ is published with or without its story. */
const picturesOf = ({ image, pictures }: Story): readonly PlannedFile[] =>
  [...(image ? [image] : []), ...pictures]
    .filter(({ src }) => !src.startsWith('/'))
    .map(({ file, url }) => ({ from: file, to: decodeURI(url).slice(1) }))

/** Only the pictures of live stories: a held story's picture would give it away. */
const planPictures = ({ archive }: PageContext): PlannedFile[] => {
  const pictures = archive.published.filter(archive.isLive).flatMap(picturesOf)
  return [...new Map(pictures.map(picture => [picture.from, picture])).values()].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  )
}
