// Feeds as libraries that others wrote read them: feedsmith and rss-parser. One shape for all, null for what a format has no place for.

import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { textInHtml } from './read-feed.ts'

export type ReadItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  /** Milliseconds. */
  readonly published: number
  readonly modified: number
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  /** An address. */
  readonly source: string | null
  readonly enclosure: { readonly url: string; readonly type: string; readonly length: number | null } | null
  readonly picture: {
    readonly url: string
    readonly credit: string | null
    readonly thumbnail: string | null
  } | null
  readonly language: string | null
  readonly html: string
}

export type ReadFeed = {
  readonly title: string
  readonly front: string
  readonly self: string
  readonly language: string | null
  readonly items: readonly ReadItem[]
}

type Link = { readonly rel?: string | undefined; readonly href?: string | undefined }

const linkOf = (links: readonly Link[] | undefined, rel: string): string =>
  links?.find(link => link.rel === rel)?.href ?? ''

/** The format is found by feedsmith itself. */
export const readByFeedsmith = (content: string): ReadFeed => {
  const { format } = parseFeed(content)
  if (format === 'rss') return readRss(content)
  if (format === 'atom') return readAtom(content)
  if (format === 'json') return readJson(content)
  throw new Error(`this is ${format}`)
}

type Media = {
  readonly url?: string | undefined
  readonly credits?: readonly { readonly value?: string | undefined }[] | undefined
  readonly thumbnails?: readonly { readonly url?: string | undefined }[] | undefined
}

const pictureOf = (media: Media | undefined): ReadItem['picture'] =>
  media
    ? {
        url: media.url ?? '',
        credit: media.credits?.[0]?.value ?? null,
        thumbnail: media.thumbnails?.[0]?.url ?? null,
      }
    : null

const names = (people: readonly { readonly name?: string | undefined }[] | undefined): readonly string[] =>
  (people ?? []).map(({ name }) => name ?? '')

const readRss = (content: string): ReadFeed => {
  const feed = parseRssFeed(content)
  return {
    title: feed.title ?? '',
    front: feed.link ?? '',
    self: linkOf(feed.atom?.links, 'self'),
    language: feed.language ?? null,
    items: (feed.items ?? []).map(item => {
      const [enclosure] = item.enclosures ?? []
      return {
        id: item.guid?.value ?? '',
        url: item.link ?? '',
        title: item.title ?? '',
        summary: textInHtml(item.description ?? ''),
        published: Date.parse(item.pubDate ?? ''),
        modified: Date.parse(item.atom?.updated ?? item.pubDate ?? ''),
        authors: item.dc?.creators ?? [],
        categories: names(item.categories),
        source: item.source?.url ?? null,
        enclosure: enclosure
          ? { url: enclosure.url ?? '', type: enclosure.type ?? '', length: enclosure.length ?? null }
          : null,
        picture: pictureOf(item.media?.contents?.[0]),
        language: item.dc?.languages?.[0] ?? null,
        html: item.content?.encoded ?? '',
      }
    }),
  }
}

const readAtom = (content: string): ReadFeed => {
  const feed = parseAtomFeed(content)
  return {
    title: feed.title?.value ?? '',
    front: linkOf(feed.links, 'alternate'),
    self: linkOf(feed.links, 'self'),
    language: feed.xml?.lang ?? null,
    items: (feed.entries ?? []).map(entry => {
      const enclosure = entry.links?.find(link => link.rel === 'enclosure')
      return {
        id: entry.id ?? '',
        url: linkOf(entry.links, 'alternate'),
        title: entry.title?.value ?? '',
        summary: entry.summary?.value ?? '',
        published: Date.parse(entry.published ?? ''),
        modified: Date.parse(entry.updated ?? ''),
        authors: names(entry.authors),
        categories: (entry.categories ?? []).map(({ label }) => label ?? ''),
        source: linkOf(entry.links, 'via') || null,
        enclosure: enclosure
          ? { url: enclosure.href ?? '', type: enclosure.type ?? '', length: enclosure.length ?? null }
          : null,
        picture: pictureOf(entry.media?.contents?.[0]),
        language: entry.xml?.lang ?? null,
        html: entry.content?.value ?? '',
      }
    }),
  }
}

const readJson = (content: string): ReadFeed => {
  const feed = parseJsonFeed(content)
  return {
    title: feed.title ?? '',
    front: feed.home_page_url ?? '',
    self: feed.feed_url ?? '',
    language: feed.language ?? null,
    items: (feed.items ?? []).map(item => {
      const [attached] = item.attachments ?? []
      return {
        id: item.id ?? '',
        url: item.url ?? '',
        title: item.title ?? '',
        summary: item.summary ?? '',
        published: Date.parse(item.date_published ?? ''),
        modified: Date.parse(item.date_modified ?? ''),
        authors: names(item.authors),
        categories: item.tags ?? [],
        source: item.external_url ?? null,
        enclosure: attached
          ? {
              url: attached.url ?? '',
              type: attached.mime_type ?? '',
              length: attached.size_in_bytes ?? null,
            }
          : null,
        picture: item.image ? { url: item.image, credit: null, thumbnail: null } : null,
        language: item.language ?? null,
        html: item.content_html ?? '',
      }
    }),
  }
}

type Custom = {
  readonly creators?: readonly string[]
  readonly 'content:encoded'?: string
  /** Atom's. */
  readonly id?: string
}

const rssParser = new RssParser<object, Custom>({
  customFields: { item: [['dc:creator', 'creators', { keepArray: true }]] },
})

/** RSS and Atom; it knows no more of Atom than what is asked of it here. */
export const readByRssParser = async (
  content: string,
): Promise<
  readonly Pick<ReadItem, 'id' | 'url' | 'title' | 'summary' | 'published' | 'authors' | 'html'>[]
> => {
  const isAtom = content.includes('<feed ')
  const { items } = await rssParser.parseString(content)
  return items.map(item => ({
    id: (isAtom ? item.id : item.guid) ?? '',
    url: item.link ?? '',
    title: item.title ?? '',
    summary: isAtom ? (item.summary ?? '') : textInHtml(item.content ?? ''),
    published: Date.parse(item.isoDate ?? ''),
    // Of several authors in Atom it takes the first.
    authors: isAtom ? [(item as { author?: string }).author ?? ''] : (item.creators ?? []),
    html: (isAtom ? item.content : item['content:encoded']) ?? '',
  }))
}
