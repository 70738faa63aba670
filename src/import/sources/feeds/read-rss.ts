// RSS of all versions.

import type { Feed, FeedItem } from './feed-item.ts'
import { paragraphsOf } from './feed-item.ts'
import { mediaOf } from './read-media.ts'
import { allNamed, type Inside, insideOf, textOf, type XmlElement } from './xml-names.ts'
import { asHtml, baseOf, hrefOf, linksOf, looksLikeHtml, nextIn } from './xml-text.ts'

export const readRss = (root: XmlElement, faults: readonly string[]): Feed => {
  const channel = insideOf(root).first('channel') ?? root
  const inside = insideOf(channel)
  const links = inside.all('atom:link')
  return {
    site: inside.text('link'),
    self: hrefOf(links, 'self'),
    next: nextIn(links),
    items: allNamed(root, 'item').map(rssItem),
    faults,
  }
}

const rssItem = (item: XmlElement): FeedItem => {
  const inside = insideOf(item)
  const guid = inside.text('guid')
  const isAddress = inside.first('guid')?.attribs.isPermaLink !== 'false' && /^https?:\/\//.test(guid)
  const about = item.attribs['rdf:about'] ?? ''
  const source = inside.first('source')
  const description = inside.text('description') || inside.text('itunes:summary')
  const content =
    inside.first('content:encoded') ?? inside.first('xhtml:body') ?? inside.first('atom:content')
  return {
    id: guid || about || inside.text('dc:identifier', 'atom:id'),
    links: linksOf(inside.text('feedburner:origlink'), inside.text('link'), isAddress ? guid : '', about),
    title: inside.text('title', 'media:title', 'dc:title'),
    content: content === null ? '' : asHtml(content),
    summary: looksLikeHtml(description) ? description : paragraphsOf(description, words => words),
    base: baseOf(content ?? item),
    published: inside.text('pubdate', 'dc:date', 'dcterms:created', 'dcterms:issued', 'atom:published'),
    updated: inside.text('atom:updated', 'dcterms:modified'),
    authors: authorsOf(inside),
    labels: [...inside.all('category'), ...inside.all('dc:subject')].map(textOf).filter(text => text !== ''),
    media: mediaOf(item, inside),
    source: source === null || !source.attribs.url ? null : { name: textOf(source), url: source.attribs.url },
    notPublic: null,
    noStory: null,
  }
}

const authorsOf = (inside: Inside): readonly string[] => {
  const named = [...inside.all('dc:creator'), ...inside.all('author'), ...inside.all('itunes:author')].map(
    textOf,
  )
  // "lena@old.example (Lena Berg)" and "Lena Berg <lena@old.example>" are how RSS names people.
  const names = named.map(name => /^\S+@\S+\s+\((.+)\)$/.exec(name)?.[1] ?? name.replace(/\s*<[^>]*>$/, ''))
  return [...new Set(names.filter(name => name !== ''))]
}
