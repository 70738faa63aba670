// A rule that makes pages: the four questions that every kind of page answers.

import type { Archive } from '../archive/create-archive.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import type { Day } from '../domain/instant.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { ReaderTime } from '../time/reader-time.ts'

/** What a kind may draw on: the archive at an instant, the facts about the site, its way to write days and months. */
export type PageContext = {
  readonly archive: Archive
  readonly newsroom: Newsroom
  readonly time: ReaderTime
}

export type Link = { readonly name: string; readonly url: string }

/** What every layout is told of its page. */
export type Meta = {
  readonly kind: string
  readonly url: string
  readonly title: string
  readonly description: string
  /** What the page shows or belongs to that has feeds: its name, and the front beside which they stand. */
  readonly feed: Link | null
  /** The pages above this one, the front first. */
  readonly crumbs: readonly Link[]
}

/** The markdown of a story file, told by its digest: rendering reads it, planning need not. */
export type StoryText = { readonly file: string; readonly digest: string }

export const textOf = ({ file, bodyDigest: text }: Story): StoryText => ({ file, digest: text })

/** Plain JSON data: what a layout sees besides the site data. `body` is markdown, rendered into `content`. */
export type PageData = {
  readonly meta: Meta
  readonly body?: string | StoryText
  readonly markdown?: MarkdownContext
  readonly [name: string]: unknown
}

type Drawn = Omit<PageData, 'meta'> & { readonly meta: Omit<Meta, 'kind' | 'url'> }

/** How a kind of page is written down. `Key` is whatever tells two pages of the kind apart, in plain JSON. */
type Definition<Key> = {
  readonly name: string
  /** In _includes/. */
  readonly layout: string
  /** The pages that exist whatever the stories are. */
  readonly always: (context: PageContext) => readonly Key[]
  /** The pages that change when this story does: the ones it stands on, and those that link to them as their neighbours. */
  readonly pagesOf: (story: Story, context: PageContext) => readonly Key[]
  /** Whose pages `pagesOf` gives: those of live stories, unless it says otherwise. */
  readonly of?: 'live' | 'withdrawn' | 'published'
  /** The pages that change when the curation of a day does. */
  readonly pagesOfDay?: (day: Day) => readonly Key[]
  /** The pages that the clock changes by itself, besides those that change with a story. */
  readonly pagesOfClock?: () => readonly Key[]
  /** For pages cut from long runs of stories: those that may come or go when these stories changed, whichever they are on. */
  readonly pagesBetween?: (
    before: PageContext,
    after: PageContext,
    stories: readonly StoryChange[],
  ) => readonly Key[]
  /** For a kind whose data follows from layouts, be it others than its own: its pages may change when any of them does. */
  readonly ofLayouts?: true
  readonly urlOf: (key: Key) => string
  /** The story file that such a page is made from, if it is one. */
  readonly fileOf?: (key: Key) => string
  /** Null when nothing is left to show: then there is no such page. */
  readonly dataOf: (key: Key, context: PageContext) => Drawn | null
}

/** One page that may exist: its place, and how to find out what stands on it. */
export type Page = {
  readonly kind: string
  readonly layout: string
  readonly url: string
  readonly file: string | null
  /** Plain JSON: the kind makes the same page of it again. */
  readonly key: unknown
  readonly dataIn: (context: PageContext) => PageData | null
}

/** A kind whose keys nobody else needs to know. */
export type PageKind = {
  readonly name: string
  readonly layout: string
  readonly always: (context: PageContext) => readonly Page[]
  readonly pagesOf: (story: Story, context: PageContext) => readonly Page[]
  readonly pagesOfDay: (day: Day) => readonly Page[]
  readonly pagesOfClock: () => readonly Page[]
  readonly pagesBetween: (
    before: PageContext,
    after: PageContext,
    stories: readonly StoryChange[],
  ) => readonly Page[]
  readonly ofLayouts: boolean
  readonly pageAt: (key: unknown) => Page
}

export const pageKind = <Key>(definition: Definition<Key>): PageKind => {
  const { name, layout, always, pagesOf, pagesOfDay, pagesOfClock, pagesBetween } = definition
  const { urlOf, fileOf, dataOf, of = 'live', ofLayouts = false } = definition
  const pageAt = (key: Key): Page => {
    const url = urlOf(key)
    return {
      kind: name,
      layout,
      url,
      file: fileOf?.(key) ?? null,
      key,
      dataIn: context => {
        const drawn = dataOf(key, context)
        return drawn && { ...drawn, meta: { kind: name, url, ...drawn.meta } }
      },
    }
  }
  return {
    name,
    layout,
    always: context => always(context).map(pageAt),
    pagesOf: (story, context) =>
      of === 'published' || context.archive.isLive(story) === (of === 'live')
        ? pagesOf(story, context).map(pageAt)
        : [],
    pagesOfDay: day => (pagesOfDay?.(day) ?? []).map(pageAt),
    pagesOfClock: () => (pagesOfClock?.() ?? []).map(pageAt),
    pagesBetween: (before, after, stories) => (pagesBetween?.(before, after, stories) ?? []).map(pageAt),
    ofLayouts,
    pageAt: key => pageAt(key as Key),
  }
}
