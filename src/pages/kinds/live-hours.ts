// Hours of a live blog that its own page no longer holds: their entries, and nothing else of its text.

import type { Instant } from '../../domain/instant.ts'
import type { LiveEntry } from '../../domain/live-blog.ts'
import type { Story } from '../../domain/story.ts'
import { fill } from '../../domain/strings.ts'
import { digestOfEntries } from '../../markdown/entry-marks.ts'
import { type MarkdownContext, markdownContextOf } from '../../markdown/markdown-context.ts'
import { cutLiveBlog, type HoursOfBlog } from '../cut-live-blog.ts'
import { type Link, type PageContext, pageKind } from '../page-kind.ts'
import { type Headline, headlineOf, sectionLink } from '../story-card.ts'

type HoursAt = { readonly file: string; readonly url: string }

export type LiveHours = {
  readonly blog: Headline
  /** "24 October 2024, 4:02 pm IST to 4:58 pm", by the times of its entries. */
  readonly name: string
  /** Newest first. */
  readonly entries: readonly Pick<LiveEntry, 'at' | 'headline' | 'text'>[]
  readonly older: Link | null
  /** The blog itself behind the last of its hours. */
  readonly newer: Link
}

/** What a page of hours is called. */
export const nameOfHours = ({ entries }: HoursOfBlog, { time, newsroom }: PageContext): string => {
  const newest = entries[0]?.at as Instant
  const oldest = entries.at(-1)?.at as Instant
  const isOfOneDay = time.date(newest) === time.date(oldest)
  const to = isOfOneDay ? time.clock(newest) : time.dateTime(newest)
  const from = time.dateTime(oldest)
  return newest === oldest ? from : fill(newsroom.strings.entriesBetween, { from, to })
}

const pictured = (story: Story, entries: readonly LiveEntry[]): Story => {
  const shows = new Set(entries.flatMap(entry => entry.shows))
  const isShown = ({ file }: { readonly file: string }) => shows.has(file)
  return { ...story, entries, pictures: story.pictures.filter(isShown), media: story.media.filter(isShown) }
}

const contextFor = (story: Story, entries: readonly LiveEntry[]): MarkdownContext => ({
  ...markdownContextOf(pictured(story, entries), ''),
  isPart: true,
})

export const liveHours = pageKind<HoursAt, { readonly hours: LiveHours }>({
  name: 'live-hours',
  layout: 'layouts/live-hours.njk',
  schema: 'WebPage',
  always: () => [],
  pagesOf: (story, { newsroom }) =>
    cutLiveBlog(story, newsroom.site).hours.map(({ url }) => ({ file: story.file, url })),
  urlOf: ({ url }) => url,
  fileOf: ({ file }) => file,
  dataOf: ({ file, url }, context) => {
    const { archive, newsroom } = context
    const story = archive.story(file)
    if (!story || !archive.isLive(story)) return null
    const { hours } = cutLiveBlog(story, newsroom.site)
    const at = hours.findIndex(part => part.url === url)
    const part = hours[at]
    if (part === undefined) return null
    const linkTo = (other: HoursOfBlog | undefined): Link | null =>
      other ? { name: nameOfHours(other, context), url: other.url } : null
    const home = { name: story.title, url: story.url }
    const name = nameOfHours(part, context)
    const headlines = part.entries.map(({ headline }) => headline)
    return {
      meta: {
        title: `${story.title}: ${name}`,
        description: headlines.slice(0, mostHeadlines).join(' · '),
        feed: home,
        crumbs: [{ name: newsroom.site.name, url: '/' }, sectionLink(story.section, newsroom), home],
      },
      hours: {
        blog: headlineOf(story),
        name,
        entries: part.entries.map(({ at: instant, headline, text }) => ({ at: instant, headline, text })),
        older: linkTo(hours[at + 1]),
        newer: linkTo(hours[at - 1]) ?? home,
      },
      body: { file, digest: digestOfEntries(part.entries), entries: part.entries.map(entry => entry.at) },
      markdown: contextFor(story, part.entries),
    }
  },
})

/** In its description. */
const mostHeadlines = 3
