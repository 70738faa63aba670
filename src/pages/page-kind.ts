// A rule that makes pages: the questions that every kind of page answers.

import type { Archive } from '../archive/create-archive.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Redirect } from '../domain/redirect.ts'
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

/** What every layout sees of its page. */
export type Meta = {
  readonly kind: string
  readonly url: string
  /** Search engines are kept from it. */
  readonly noindex: boolean
  /** What it is in schema.org's terms. */
  readonly schema: PageSchema
  readonly title: string
  readonly description: string
  /** What the page shows or belongs to that has feeds: its name, and the front beside which they stand. */
  readonly feed: Link | null
  /** The pages above this one, the front first. */
  readonly crumbs: readonly Link[]
}

/** The markdown of a story file, told by its digest: rendering reads it, planning need not. */
export type StoryText = {
  readonly file: string
  readonly digest: string
  /** Where only these entries of it are read: then the digest is theirs. */
  readonly entries?: readonly Instant[]
}

export const textOf = ({ file, bodyDigest: text }: Story): StoryText => ({ file, digest: text })

/** Plain JSON data: what a layout sees besides the site data. `body` is markdown, rendered into `content`. */
export type PageData = {
  readonly meta: Meta
  readonly body?: string | StoryText
  readonly markdown?: MarkdownContext
  readonly [name: string]: unknown
}

/** What a file is written in, which says what it is checked against. Nothing is asked of `other`. */
export type Medium =
  | 'html'
  | 'rss'
  | 'atom'
  | 'json-feed'
  | 'sitemap'
  | 'ninjs'
  | 'changes'
  | 'json'
  | 'opml'
  | 'text'
  | 'other'

export const isFeedMedium = (medium: Medium): boolean =>
  medium === 'rss' || medium === 'atom' || medium === 'json-feed'

/** What servers that can say so answer with: 301 leads on to another address, 410 stands for what was taken away. */
type PageStatus = 200 | 301 | 404 | 410

/** `Front`: a CollectionPage, with the newsroom as its publisher in full. */
type PageSchema = 'CollectionPage' | 'WebPage' | 'Front'

/** Who hears that a page changed: those who follow a feed by its hub, search engines by IndexNow. */
export type Recipient = 'hub' | 'indexNow'

/** What a page must show, whatever its layout makes of its data. */
export type Expected = {
  /** The page is about one story, and must agree with it. */
  readonly isStory?: true
  /** Times that must stand on it, by the class of their element. */
  readonly times?: readonly { readonly role: string; readonly instant: Instant }[]
  /** Entries of a list, in their order. */
  readonly entries?: readonly ExpectedEntry[]
  readonly feed?: ExpectedFeed
}

type ExpectedEntry = { readonly url: string; readonly lastChange?: Instant | null }

export type ExpectedFeed = {
  readonly lastChange: Instant | null
  /** Addresses of archived feeds: the next older one, and in an archived feed the current one. */
  readonly older: string | null
  readonly current: string | null
  readonly withdrawn: readonly { readonly id: string }[]
}

type Drawn<Data> = Data & {
  readonly meta: Omit<Meta, 'kind' | 'url' | 'noindex' | 'schema'>
  readonly body?: string | StoryText
  readonly markdown?: MarkdownContext
}

/** How a kind of page is written down. `Key` is whatever tells two pages of the kind apart, in plain JSON. */
type Definition<Key, Data> = {
  readonly name: string
  /** In _includes/. */
  readonly layout: string
  /** Default: html. */
  readonly medium?: Medium
  /** Default: 200. */
  readonly status?: PageStatus
  /** Whether search engines may have it: then a sitemap must name it. Default: HTML that answers with 200. */
  readonly indexed?: boolean | ((key: Key) => boolean)
  /** Default: hubs for feeds, search engines for what is indexed. */
  readonly announceTo?: Recipient | null
  /** Default: CollectionPage. */
  readonly schema?: PageSchema
  /** The pages that exist whatever the stories are. */
  readonly always: (context: PageContext) => readonly Key[]
  /** The pages that change when this story does: the ones it stands on, and those that link to them as their neighbours. */
  readonly pagesOf: (story: Story, context: PageContext) => readonly Key[]
  /** Whose pages `pagesOf` gives: those of live stories, unless it says otherwise. */
  readonly of?: 'live' | 'withdrawn' | 'published'
  /** The pages that change when a row of _data/redirects.yaml does. */
  readonly pagesOfRedirect?: (redirect: Redirect, context: PageContext) => readonly Key[]
  /** The pages that change when the curation of a day does. */
  readonly pagesOfDay?: (day: Day) => readonly Key[]
  /** The pages that change when what an editor says of a front does: that of a section, or of the site, null. */
  readonly pagesOfFront?: (section: string | null) => readonly Key[]
  /** The next instant after that of the context at which the pages that are there always change by the clock alone. */
  readonly nextChange?: (context: PageContext) => Instant | null
  /**
   * For pages cut from long runs of stories, or that choose from them: those that may come, go or choose otherwise when these
   * stories changed, whichever they are on. A first build does not ask.
   */
  readonly pagesBetween?: (
    before: PageContext,
    after: PageContext,
    stories: readonly StoryChange[],
  ) => readonly Key[]
  /** Whether a key that was stored still means something. Default: always. */
  readonly knows?: (key: Key) => boolean
  /** For a kind whose data follows from layouts, be it others than its own: its pages may change when any of them does. */
  readonly ofLayouts?: true
  readonly urlOf: (key: Key) => string
  /** The story file that such a page is made from, if it is one. */
  readonly fileOf?: (key: Key) => string
  /** Null when nothing is left to show: then there is no such page. */
  readonly dataOf: (key: Key, context: PageContext) => Drawn<Data> | null
  /** What of its data the page must show. */
  readonly expects?: (data: Data) => Expected
}

/** One page that may exist: its address, and how to find out what stands on it. */
export type Page<Data = unknown> = {
  readonly kind: string
  readonly layout: string
  readonly url: string
  readonly file: string | null
  /** Plain JSON: the kind makes the same page of it again. */
  readonly key: unknown
  readonly dataIn: (context: PageContext) => (PageData & Data) | null
}

/** A kind whose keys nobody else needs to know. */
export type PageKind<Data = unknown> = {
  readonly name: string
  readonly layout: string
  readonly medium: Medium
  readonly status: PageStatus
  readonly announceTo: Recipient | null
  readonly always: (context: PageContext) => readonly Page<Data>[]
  readonly pagesOf: (story: Story, context: PageContext) => readonly Page<Data>[]
  readonly pagesOfRedirect: (redirect: Redirect, context: PageContext) => readonly Page<Data>[]
  readonly pagesOfDay: (day: Day) => readonly Page<Data>[]
  readonly pagesOfFront: (section: string | null) => readonly Page<Data>[]
  readonly nextChange: (context: PageContext) => Instant | null
  readonly pagesBetween: (
    before: PageContext,
    after: PageContext,
    stories: readonly StoryChange[],
  ) => readonly Page<Data>[]
  readonly ofLayouts: boolean
  /** Whether `pageAt` can make a page of a stored key: an earlier version may have had other listings. */
  readonly knows: (key: unknown) => boolean
  readonly pageAt: (key: unknown) => Page<Data>
  /** `data`: as one of its pages draws it. */
  readonly expects: (data: PageData) => Expected
}

/** `Data` is what its layout, the checks and the structured data may ask of a page. */
export const pageKind = <Key, Data extends object = Readonly<Record<string, unknown>>>(
  definition: Definition<Key, Data>,
): PageKind<Data> => {
  const { name, layout, always, pagesOf, pagesOfRedirect, pagesOfDay, nextChange, pagesBetween, expects } =
    definition
  const { urlOf, fileOf, dataOf, of = 'live', ofLayouts = false } = definition
  const { medium = 'html', status = 200, schema = 'CollectionPage' } = definition
  const { indexed = medium === 'html' && status === 200 } = definition
  const { announceTo = isFeedMedium(medium) ? 'hub' : indexed ? 'indexNow' : null } = definition
  const isIndexed = (key: Key) => (typeof indexed === 'function' ? indexed(key) : indexed)
  const pageAt = (key: Key): Page<Data> => {
    const url = urlOf(key)
    return {
      kind: name,
      layout,
      url,
      file: fileOf?.(key) ?? null,
      key,
      dataIn: context => {
        const drawn = dataOf(key, context)
        return (
          drawn && { ...drawn, meta: { kind: name, url, noindex: !isIndexed(key), schema, ...drawn.meta } }
        )
      },
    }
  }
  return {
    ...{ name, layout, medium, status, announceTo, ofLayouts },
    always: context => always(context).map(pageAt),
    pagesOf: (story, context) =>
      of === 'published' || context.archive.isLive(story) === (of === 'live')
        ? pagesOf(story, context).map(pageAt)
        : [],
    pagesOfRedirect: (row, context) => (pagesOfRedirect?.(row, context) ?? []).map(pageAt),
    pagesOfDay: day => (pagesOfDay?.(day) ?? []).map(pageAt),
    pagesOfFront: section => (definition.pagesOfFront?.(section) ?? []).map(pageAt),
    nextChange: context => nextChange?.(context) ?? null,
    pagesBetween: (before, after, stories) => (pagesBetween?.(before, after, stories) ?? []).map(pageAt),
    knows: key => definition.knows?.(key as Key) ?? true,
    pageAt: key => pageAt(key as Key),
    expects: data => expects?.(data as unknown as Data) ?? {},
  }
}
