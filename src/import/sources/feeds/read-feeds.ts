// All feeds of an archive together: saved pages of one feed, or feeds of several kinds, often with the same items.

import { join } from 'node:path'
import { rememberFor } from '../../../domain/remember.ts'
import { parseUrl } from '../../../domain/web-address.ts'
import { readBytes, readPart } from '../../../system/files.ts'
import { textOfHtml } from '../../text/plain-text.ts'
import { toKey } from '../../text/to-key.ts'
import type { Archive } from '../archive.ts'
import { encodingIn, readRange } from '../read-range.ts'
import type { Feed, FeedItem } from './feed-item.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { textOfItem } from './text-of-item.ts'

type NamedItem = {
  /** "items/2019/06/04/ferry", whatever the file of the feed is called. */
  readonly name: string
  readonly item: FeedItem
  /** The file of another item that is the same one, and newer or longer; null when there is none. */
  readonly sameIn: string | null
}

export type Feeds = {
  /** Files of the archive. */
  readonly files: readonly string[]
  readonly items: readonly NamedItem[]
  /** Of the site that they are of; null where nothing names it. */
  readonly origin: string | null
  readonly broken: readonly { readonly file: string; readonly fault: string }[]
  readonly faults: readonly string[]
}

/** Read once for an archive. */
export const feedsIn = rememberFor((archive: Archive): Feeds => readFeeds(archive))

/** Whether a file is a feed, by its content: what stands first in it, but for comments and instructions. */
export const isFeed = ({ root }: Archive, file: string): boolean => {
  if (!/\.(?:xml|rss|atom|rdf|json|txt)$|(?:^|\/)[^./]+$/i.test(file)) return false
  const head = textOf(readPart(join(root, file), 0, 8192))
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(head)
  const [, element = ''] = /^\s*(?:<[?!](?:--[\s\S]*?--|[^>]*)>\s*)*<([\w:]+)/.exec(head) ?? []
  return (
    /^(?:rss|(?:\w+:)?feed|rdf:rdf)$/i.test(element) &&
    !/xmlns:wp=["']http:\/\/wordpress\.org\/export/.test(head)
  )
}

const textOf = (bytes: Buffer): string => {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isWide ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8')
    .decode(bytes)
    .replace(/^\ufeff/, '')
}

const readFeed = (path: string): Feed | null => {
  const bytes = readBytes(path)
  const text = textOf(bytes)
  if (/^\s*\{/.test(text)) return readJsonFeed(text)
  const encoding = encodingIn(text.slice(0, 200))
  const isOther = !/^utf-?(?:8|16)/i.test(encoding)
  return readXmlFeed((isOther ? readRange(path, 0, bytes.length, encoding) : text).replace(/^\s+/, ''))
}

const readFeeds = (archive: Archive): Feeds => {
  const files = archive.files.map(({ file }) => file).filter(file => isFeed(archive, file))
  const read = files.map(file => ({ file, feed: readFeed(join(archive.root, file)) }))
  const feeds = read.flatMap(({ file, feed }) => (feed === null ? [] : [{ file, feed }]))
  return {
    files,
    items: withoutSame(feeds.flatMap(({ file, feed }) => feed.items.map(item => ({ file, item })))),
    origin: originOf(feeds.map(({ feed }) => feed)),
    broken: read.flatMap(({ file, feed }) =>
      feed === null ? [{ file, fault: 'it cannot be read as a feed; save it again' }] : [],
    ),
    faults: [
      ...feeds.flatMap(({ file, feed }) => feed.faults.map(fault => `${file}: ${fault}`)),
      ...missing(feeds),
    ],
  }
}

/** Of the site that a feed names, else of most of its items. */
const originOf = (feeds: readonly Feed[]): string | null => {
  const origins = [
    ...feeds.map(({ site }) => parseUrl(site)?.origin),
    ...mostFirst(
      feeds.flatMap(({ items }) => items.map(({ links: [link = ''] }) => parseUrl(link)?.origin ?? '')),
    ),
  ]
  return origins.find(origin => origin !== undefined && /^https?:/.test(origin)) ?? null
}

const mostFirst = (values: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([value]) => value)
}

/** Further pages that a feed speaks of, and that nobody saved. */
const missing = (feeds: readonly { readonly file: string; readonly feed: Feed }[]): readonly string[] => {
  const saved = new Set(feeds.map(({ feed }) => feed.self))
  // A page that does not say its own address may be any of those.
  let unnamed = feeds.filter(({ feed }) => feed.self === '').length - 1
  return feeds.flatMap(({ file, feed }) =>
    feed.next
      .filter(next => !saved.has(next) && unnamed-- <= 0)
      .map(next => `${file} goes on at ${next}; save that page as well, for older items`),
  )
}

type Found = { readonly file: string; readonly item: FeedItem }

/** Of the same item in several feeds, the best stays: with a text, changed last, the longest. */
const withoutSame = (all: readonly Found[]): readonly NamedItem[] => {
  const keys = new Map<string, number>()
  const groups: Found[][] = []
  for (const found of all) {
    const own = keysOf(found.item)
    const group = own.map(key => keys.get(key)).find(number => number !== undefined) ?? groups.length
    groups[group] = [...(groups[group] ?? []), found]
    for (const key of own) if (!keys.has(key)) keys.set(key, group)
  }
  const names = new Map<string, number>()
  return groups.flatMap(group => {
    // The best one has its name first, so that it keeps it whatever else is saved later.
    const ordered = group.toSorted((one, other) => rank(other.item) - rank(one.item) || changed(other, one))
    return ordered.map(({ item }, at) => ({
      name: freeName(item, names),
      item,
      sameIn: at === 0 ? null : (ordered[0]?.file ?? null),
    }))
  })
}

/** An address alone is not enough: all items of some feeds lead to the front. */
const keysOf = ({ id, links: [link = ''], title, published }: FeedItem): readonly string[] => {
  const words = textOfHtml(title).toLowerCase()
  const address = link.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$|\/$/g, '')
  return [
    ...(id === '' ? [] : [/[:/]/.test(id) ? `id ${id}` : `id ${id} ${words}`]),
    ...(address === '' ? [] : [`link ${address} ${words}`]),
    ...(id === '' && address === '' ? [`words ${words} ${published}`] : []),
  ]
}

const rank = (item: FeedItem): number => (textOfItem(item) === null ? 0 : item.content === '' ? 1 : 2)

const changed = (one: Found, other: Found): number => {
  const time = ({ item }: Found) => Date.parse(item.updated || item.published) || 0
  return time(one) - time(other) || one.item.content.length - other.item.content.length
}

const freeName = (item: FeedItem, names: Map<string, number>): string => {
  const [link = ''] = item.links
  const path = (parseUrl(link, 'https://old.invalid')?.pathname ?? '').replace(/^\/+|\/+$/g, '')
  const plain = `items/${path || toKey(item.id).slice(0, 80) || toKey(textOfHtml(item.title)).slice(0, 80) || 'item'}`
  const number = (names.get(plain) ?? 0) + 1
  names.set(plain, number)
  return number === 1 ? plain : `${plain}-${number}`
}
