// Atom, of version 1.0 and before, and the exports of Blogger that are written in it.

import type { Feed, FeedItem } from './feed-item.ts'
import { mediaOf } from './read-media.ts'
import { allNamed, type Inside, insideOf, textOf, type XmlElement } from './xml-names.ts'
import { asHtml, baseOf, hrefOf, linksOf, nextIn, resolved } from './xml-text.ts'

export const readAtom = (feed: XmlElement, faults: readonly string[]): Feed => {
  const inside = insideOf(feed)
  const links = inside.all('atom:link', 'link')
  const title = textOf(inside.first('atom:title', 'title'))
  // An author of the feed is one of each entry that names none; a publication's name is nobody's.
  const authors = personsIn(inside).filter(name => name !== title)
  return {
    site: resolved(hrefOf(links, 'alternate'), baseOf(feed)),
    self: hrefOf(links, 'self'),
    next: nextIn(links),
    items: allNamed(feed, 'atom:entry', 'entry').map(entry => atomItem(entry, authors)),
    faults,
  }
}

const personsIn = (inside: Inside): readonly string[] => [
  ...new Set(
    [...inside.all('atom:author', 'author')]
      .map(person => insideOf(person).text('atom:name', 'name') || textOf(person))
      .filter(name => name !== ''),
  ),
]

const atomItem = (entry: XmlElement, authorsOfFeed: readonly string[]): FeedItem => {
  const inside = insideOf(entry)
  const links = inside.all('atom:link', 'link')
  const id = inside.text('atom:id', 'id')
  const content = inside.first('atom:content', 'content')
  const summary = inside.first('atom:summary', 'summary')
  const title = inside.first('atom:title', 'title')
  const own = personsIn(inside)
  const categories = inside.all('atom:category', 'category').map(({ attribs }) => attribs)
  const filename = inside.text('blogger:filename')
  return {
    id,
    links: linksOf(
      inside.text('feedburner:origlink'),
      resolved(hrefOf(links, 'alternate'), baseOf(entry)),
      filename,
      /^https?:\/\//.test(id) ? id : '',
    ),
    title: title === null ? '' : asHtml(title, 'text'),
    // With an address, the text is on another page.
    content: content === null || (content.attribs.src ?? '') !== '' ? '' : asHtml(content),
    summary: summary === null ? '' : asHtml(summary),
    base: baseOf(content ?? entry),
    published: inside.text(
      'atom:published',
      'published',
      'atom:issued',
      'issued',
      'atom:created',
      'atom:updated',
      'updated',
    ),
    updated: inside.text('atom:updated', 'updated', 'atom:modified', 'modified'),
    authors: own.length > 0 ? own : authorsOfFeed,
    labels: categories
      .filter(({ scheme }) => !/schemas\.google\.com\/g\/2005#kind$/.test(scheme ?? ''))
      .map(({ label, term }) => label || term || '')
      .filter(text => text !== ''),
    media: mediaOf(entry, inside),
    source: null,
    ...stateOf(
      inside,
      categories.map(({ term }) => term ?? ''),
    ),
  }
}

/** Blogger's exports are Atom feeds, with drafts, pages, comments and the theme in them. */
const stateOf = (inside: Inside, terms: readonly string[]): Pick<FeedItem, 'notPublic' | 'noStory'> => {
  const control = inside.first('app:control')
  const isDraft = control !== null && insideOf(control).text('app:draft').toLowerCase() === 'yes'
  const status = inside.text('blogger:status').toLowerCase()
  const written = terms.find(term => term.includes('/kind#')) ?? `#${inside.text('blogger:type')}`
  const kind = written.slice(written.indexOf('#') + 1).toLowerCase()
  const hidden = isDraft || status === 'draft' ? 'it was a draft' : null
  const other = status === '' || status === 'live' || hidden !== null ? null : `its status was “${status}”`
  const page =
    kind === 'page'
      ? 'it was a page, not a story; publish it as a story, or move its text to content/pages/'
      : null
  return {
    notPublic: hidden ?? other ?? page,
    noStory:
      kind === 'comment'
        ? 'a comment of a reader'
        : kind === 'settings' || kind === 'template'
          ? 'a part of the theme or the settings'
          : null,
  }
}
