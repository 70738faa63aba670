// An item of a feed as a story: its fields by the names that front matter has, and its text.

import { join } from 'node:path'
import { failure, type Result, success } from '../../../domain/result.ts'
import { decodePath, parseUrl } from '../../../domain/web-address.ts'
import { isFile } from '../../../system/files.ts'
import { firstWords } from '../../html/first-words.ts'
import { hostsOf, pathOnHosts } from '../../links/old-hosts.ts'
import type { AddNote } from '../../report/note.ts'
import { lostAddress } from '../../report/old-addresses.ts'
import { nameInMail } from '../../text/name-in-mail.ts'
import { textOfHtml } from '../../text/plain-text.ts'
import { toKey } from '../../text/to-key.ts'
import type { OldStory } from '../archive-source.ts'
import { bodyOfItem, fullAddress, isPicture } from './body-of-item.ts'
import type { FeedItem, FeedMedia } from './feed-item.ts'
import { feedTime } from './feed-time.ts'
import { textOfItem } from './text-of-item.ts'

type Rules = {
  /** The folder of the archive. */
  readonly root: string
  /** Of the old site, or null. */
  readonly origin: string | null
}

export const storyOfItem = (item: FeedItem, rules: Rules, addNote: AddNote): Result<OldStory, string> => {
  const { title, published, updated, notPublic } = item
  const html = textOfItem(item)
  const own = ownAddressOf(item, rules, addNote)
  const notTaken = (reason: string) => {
    if (own !== null) addNote(lostAddress.isOfPage, new URL(own).pathname)
    return failure(reason)
  }
  if (html === null) return notTaken('the feed has only a summary of it, not its text')
  if (published === '' && updated === '') return notTaken('the feed has no date of it')
  const base = item.base ?? own ?? item.links[0] ?? rules.origin
  const lead = leadOf(item, html)
  const body = bodyOfItem(html, item, { base, lead, addNote })
  const headline = textOfHtml(title) === '' ? firstWords(body) : title
  const fields = new Map<string, unknown>(
    Object.entries({
      title: headline,
      date: feedTime(published || updated, addNote),
      updated: updated === '' || published === '' ? null : feedTime(updated, addNote),
      slug: keyOf(own) || toKey(textOfHtml(headline)).slice(0, 100),
      permalink: own,
      tags: [...new Set(item.labels.map(label => textOfHtml(label)))],
      authors: item.authors.map(name => nameInMail(textOfHtml(name), addNote)),
      summary: html === item.summary ? '' : summaryOf(item.summary),
      image: lead === null ? null : imageOf(lead, base, rules),
      source: sourceOf(item, own),
    }).filter(([, value]) => value !== null && value !== ''),
  )
  const writtenSlug = slugOf(own)
  return success({
    ...{ fields, body, format: 'html' },
    // An address of digits alone is no name.
    ...(/\p{L}/u.test(writtenSlug) && { writtenSlug }),
    ...(notPublic !== null && { notPublic }),
  })
}

/** Of a summary that breaks off, the last words say only that it does. */
const summaryOf = (html: string): string =>
  textOfHtml(html)
    .replace(
      /\s*(?:The post .{0,300} appeared first on .{0,200}|Continue reading.{0,200}|Read more.{0,60})$/i,
      '',
    )
    .replace(/(?<=[.!?…]["'”’»)]*)\s*\[\s*(?:…|\.{3})\s*\]$/, '')
    .replace(/\s*\[\s*(?:…|\.{3})\s*\]$/, '…')

/** Addresses that count where a reader came from are the same without. */
const counters = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|source|cmp|at_\w+)$/

const ownAddressOf = ({ links }: FeedItem, { origin }: Rules, addNote: AddNote): string | null => {
  const hosts = hostsOf(origin)
  for (const link of links) {
    const url = parseUrl(link, origin ?? 'https://old.invalid')
    const path = url === null || pathOnHosts(url.href, hosts.size === 0 ? hostsOf(url.origin) : hosts)
    if (url === null || path === null || `${url.pathname}${url.search}` === '/') continue
    for (const name of [...url.searchParams.keys()]) if (counters.test(name)) url.searchParams.delete(name)
    if (url.search === '') return `${url.origin}${url.pathname}`
    addNote(lostAddress.cannotBeServed, link)
  }
  return null
}

const slugOf = (address: string | null): string => {
  const last =
    decodePath(address ?? '')
      .replace(/\/(?:index\.\w+)?$/, '')
      .split('/')
      .at(-1) ?? ''
  return last.replace(/\.(?:html?|php|aspx?|jsp)$/i, '')
}

const keyOf = (address: string | null): string => {
  const slug = toKey(slugOf(address))
  return /[a-z]/.test(slug) && address !== null ? slug : ''
}

/** The picture of the item, where its text does not show it. */
const leadOf = ({ media }: FeedItem, html: string): FeedMedia | null => {
  const picture = media.find(isPicture)
  return picture === undefined || html.includes(fileName(picture.url)) ? null : picture
}

const fileName = (url: string): string => /[^/?#]+(?=$|[?#])/.exec(url)?.[0] ?? url

/** Beside the feed, where its file lies there. */
const imageOf = (
  { url, alt, caption, credit }: FeedMedia,
  base: string | null,
  { root, origin }: Rules,
): Readonly<Record<string, string>> => {
  const full = fullAddress(url, base)
  const path = pathOnHosts(full, hostsOf(origin))
  const isThere = path !== null && isFile(join(root, decodePath(path.replace(/[?#].*$/s, ''))))
  const values = { src: isThere ? path : full, alt, caption, credit }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** Where the item leads to, when that is another site. */
const sourceOf = (
  { source, links }: FeedItem,
  own: string | null,
): Readonly<Record<string, string>> | null => {
  const [link = ''] = links
  const isElsewhere = own !== null && parseUrl(link) !== null && parseUrl(link)?.host !== parseUrl(own)?.host
  const url = source?.url ?? (isElsewhere ? link : '')
  const host = parseUrl(url)?.hostname.replace(/^www\./, '')
  return host === undefined ? null : { name: source?.name || host, url }
}
