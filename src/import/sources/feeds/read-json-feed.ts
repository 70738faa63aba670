// JSON Feed, version 1 and 1.1.

import { escapeHtml } from '../../../domain/escape.ts'
import { asMap, asText, asTexts, type Fields } from '../../fields/read-fields.ts'
import { type Feed, type FeedItem, type FeedMedia, paragraphsOf } from './feed-item.ts'

/** Null for text that is no such feed. */
export const readJsonFeed = (text: string): Feed | null => {
  const feed = parse(text)
  const items = feed?.get('items')
  if (feed === null || !Array.isArray(items) || !isVersion(feed.get('version'))) return null
  const title = asText(feed.get('title'))
  const authors = namesIn(feed).filter(name => name !== title)
  return {
    site: asText(feed.get('home_page_url')) ?? '',
    self: asText(feed.get('feed_url')) ?? '',
    next: asTexts(feed.get('next_url'), null),
    items: items
      .map(asMap)
      .filter(item => item !== null)
      .map(item => jsonItem(item, authors)),
    faults: [],
  }
}

const isVersion = (value: unknown): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(String(value))

const parse = (text: string): Fields | null => {
  try {
    return asMap(JSON.parse(text))
  } catch {
    return null
  }
}

const jsonItem = (item: Fields, authorsOfFeed: readonly string[]): FeedItem => {
  const text = (name: string) => asText(item.get(name)) ?? ''
  const long = (name: string) => String(item.get(name) ?? '')
  const own = namesIn(item)
  const title = text('title')
  const other = text('external_url')
  return {
    id: text('id'),
    links: [text('url'), /^https?:\/\//.test(text('id')) ? text('id') : ''].filter(link => link !== ''),
    // Plain words: nothing in them is HTML.
    title: escapeHtml(title) === title ? title : title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    content: long('content_html') || paragraphsOf(long('content_text'), escapeHtml),
    summary: paragraphsOf(long('summary'), escapeHtml),
    base: null,
    published: text('date_published'),
    updated: text('date_modified'),
    authors: own.length > 0 ? own : authorsOfFeed,
    labels: asTexts(item.get('tags'), null),
    media: mediaIn(item),
    source: other === '' || other === text('url') ? null : { name: '', url: other },
    notPublic: null,
    noStory: null,
  }
}

/** `author` was the one of version 1. */
const namesIn = (map: Fields): readonly string[] => {
  const authors = map.get('authors') ?? map.get('author')
  return (Array.isArray(authors) ? authors : [authors])
    .map(author => asText(asMap(author)?.get('name')))
    .filter(name => name !== null)
}

const mediaIn = (item: Fields): readonly FeedMedia[] => {
  const attachments = item.get('attachments')
  const files = (Array.isArray(attachments) ? attachments : [])
    .map(asMap)
    .filter(file => file !== null)
    .map(file => ({
      url: asText(file.get('url')) ?? '',
      type: asText(file.get('mime_type')) ?? '',
      caption: asText(file.get('title')) ?? '',
    }))
  const pictures = ['image', 'banner_image'].map(name => ({
    url: asText(item.get(name)) ?? '',
    type: 'image',
    caption: '',
  }))
  return [...pictures, ...files]
    .filter(({ url }) => url !== '')
    .map(file => ({ ...file, alt: '', credit: '' }))
}
