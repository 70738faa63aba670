// What feeds and sitemaps in XML claim of stories.

import { timeIn } from '../json/json-values.ts'
import { textIn, type XmlGroup } from '../xml/xml-groups.ts'
import type { Claim } from './claim.ts'

/** `items`: those of the channel. */
export const claimsOfRss = (items: readonly XmlGroup[]): readonly Claim[] =>
  items.map(({ offset, inside }): Claim => {
    const text = (name: string) => textIn(inside, name)
    return {
      source: 'this feed',
      url: text('link') ?? '',
      offset,
      id: text('guid'),
      headline: text('title'),
      published: timeIn(text('pubDate')),
      modified: timeIn(text('atom:updated')),
      authors: inside.filter(({ name }) => name === 'dc:creator').map(element => element.text),
      section: text('category'),
      html: text('content:encoded'),
    }
  })

/** `entries`: those of the feed. */
export const claimsOfAtom = (entries: readonly XmlGroup[]): readonly Claim[] =>
  entries.map(({ offset, inside }): Claim => {
    const named = (name: string) => inside.filter(element => element.name === name)
    const text = (name: string) => textIn(inside, name)
    const alternate = named('link').find(({ attributes }) => attributes.rel === 'alternate')
    return {
      source: 'this feed',
      url: alternate?.attributes.href ?? '',
      offset,
      id: text('id'),
      headline: text('title'),
      published: timeIn(text('published')),
      modified: timeIn(text('updated')),
      authors: inside.filter(({ path }) => path === 'feed/entry/author/name').map(element => element.text),
      section: named('category')[0]?.attributes.label,
      html: text('content'),
    }
  })

/** A sitemap has other pages as well. */
export const claimsOfSitemap = (urls: readonly XmlGroup[]): readonly Claim[] =>
  urls.map(({ offset, inside }) => {
    const text = (name: string) => textIn(inside, name)
    const headline = text('news:title')
    return {
      source: 'this sitemap',
      url: text('loc') ?? '',
      isStory: headline !== undefined,
      offset,
      headline,
      published: timeIn(text('news:publication_date')),
      modified: timeIn(text('lastmod')),
    }
  })
