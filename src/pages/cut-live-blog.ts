// A live blog cut into pages: its own keeps the newest entries, and what it cannot hold stands on pages of its hours.
//
// A day that fits on one page is one; else its quarters are, or their hours, or pieces of an hour, the oldest
// first. A new entry is the newest, so it changes none of the pages that are closed: those of which the story's
// own page lacks an entry. They hold their hours whole: some entries may stand on the story's page as well.

import type { Instant } from '../domain/instant.ts'
import type { LiveEntry } from '../domain/live-blog.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import { rfc3339 } from '../time/wire-time.ts'

export type HoursOfBlog = {
  /** The last word of its address: "2024-10-24-16" from four o'clock on, "2024-10-24-16-2" for a second piece of it. */
  readonly slug: string
  readonly url: string
  /** Newest first. */
  readonly entries: readonly LiveEntry[]
}

export type CutBlog = {
  /** On the story's own page, newest first. */
  readonly shown: readonly LiveEntry[]
  /** The pages that it leads to, newest first. */
  readonly hours: readonly HoursOfBlog[]
}

/** The addresses of its pages of hours where the blog has, or had, this one. */
export const hoursAt = (url: string, story: Story, site: Limits): readonly string[] =>
  cutLiveBlog(story, site).hours.map(({ slug }) => `${url}${slug}/`)

type BlogAt = Pick<Story, 'url' | 'entries' | 'words'>
type Limits = Pick<Site, 'timezone' | 'weight'>

const known = new WeakMap<readonly LiveEntry[], { readonly name: string; readonly cut: CutBlog }>()

/** Worked out once for all the pages of a blog. */
export const cutLiveBlog = (story: BlogAt, { timezone, weight }: Limits): CutBlog => {
  if (story.entries.length === 0) return { shown: [], hours: [] }
  const name = [story.url, story.words, timezone, weight].join(' ')
  const found = known.get(story.entries)
  if (found?.name === name) return found.cut
  const cut = cutUp(story, { timezone, weight })
  known.set(story.entries, { name, cut })
  return cut
}

const cutUp = (story: BlogAt, { timezone, weight }: Limits): CutBlog => {
  const { entries, url } = story
  const most = weight * shareOfPage
  const room = Math.max(most, weight - weightOfRest - weightOfText(story) - entries.length * weightOfLink)
  const shown = entries.slice(0, countWithin(entries, room))
  if (shown.length === entries.length) return { shown, hours: [] }
  const oldestShown = shown.at(-1)?.at ?? Number.POSITIVE_INFINITY
  const parts = cutBySpans(entries, spansIn(timezone), most)
  const isClosed = ({ entries: inside }: Part) => inside.some(({ at }) => at < oldestShown)
  return { shown, hours: parts.filter(isClosed).map(part => ({ ...part, url: `${url}${part.slug}/` })) }
}

// In bytes as they are sent, measured with brotli: what an entry's markup and structured data take, and a byte of its text;
// a word of what stands around the entries; a link to an entry that moved away; all else on a story's page, its sheets too.
const weightOfMarkup = 75
const weightOfByte = 0.42
const weightOfWord = 3
const weightOfLink = 7
const weightOfRest = 6_000

/** Of what a page may weigh, so much is left to the entries on a page of hours, by any measure. */
const shareOfPage = 0.4

const weightOf = ({ bytes }: LiveEntry): number => weightOfMarkup + bytes * weightOfByte

const weightOfText = ({ words, entries }: BlogAt): number =>
  weightOfWord * Math.max(0, words - entries.reduce((sum, entry) => sum + entry.words, 0))

/** One at least. */
const countWithin = (entries: readonly LiveEntry[], room: number): number => {
  let weight = 0
  const over = entries.findIndex(entry => {
    weight += weightOf(entry)
    return weight > room
  })
  return over === -1 ? entries.length : Math.max(1, over)
}

type Part = Pick<HoursOfBlog, 'slug' | 'entries'>

/** Names the span that an instant is in. */
type Span = (at: Instant) => string

/** Its days, quarters of a day, and hours, as its clocks show them. */
const spansIn = (timezone: string): readonly Span[] => {
  const hourOf = (at: Instant) => rfc3339(at, timezone).slice(0, 13).replace('T', '-')
  const quarterOf = (hour: string) => String(Math.floor(Number(hour.slice(11)) / 6) * 6).padStart(2, '0')
  return [at => hourOf(at).slice(0, 10), at => `${hourOf(at).slice(0, 11)}${quarterOf(hourOf(at))}`, hourOf]
}

const cutBySpans = (
  entries: readonly LiveEntry[],
  [span, ...smaller]: readonly Span[],
  most: number,
): readonly Part[] => {
  if (span === undefined) return []
  const groups = new Map<string, LiveEntry[]>()
  for (const entry of entries) {
    const slug = span(entry.at)
    const group = groups.get(slug)
    if (group) group.push(entry)
    else groups.set(slug, [entry])
  }
  return [...groups].flatMap(([slug, inside]) => {
    if (countWithin(inside, most) === inside.length) return [{ slug, entries: inside }]
    return smaller.length > 0 ? cutBySpans(inside, smaller, most) : cutInPieces(slug, inside, most)
  })
}

/** From the oldest on, so that one more entry changes the last piece only. */
const cutInPieces = (slug: string, entries: readonly LiveEntry[], most: number): readonly Part[] => {
  const pieces: Part[] = []
  let rest = entries.toReversed()
  while (rest.length > 0) {
    const count = countWithin(rest, most)
    const name = pieces.length === 0 ? slug : `${slug}-${pieces.length + 1}`
    pieces.unshift({ slug: name, entries: rest.slice(0, count).toReversed() })
    rest = rest.slice(count)
  }
  return pieces
}
