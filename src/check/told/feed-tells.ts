// What feeds and sitemaps in XML tell of stories.

import type { XmlElement } from '../parse-xml.ts'
import { groupsAt, textIn } from '../xml-groups.ts'
import type { Told } from './told.ts'

export const rssTells = (elements: readonly XmlElement[]): readonly Told[] =>
  groupsAt(elements, 'rss/channel/item').map(({ offset, inside }): Told => {
    const text = (name: string) => textIn(inside, name)
    return {
      by: 'this feed',
      url: text('link') ?? '',
      offset,
      id: text('guid'),
      headline: text('title'),
      published: timeOf(text('pubDate')),
      modified: timeOf(text('atom:updated')),
      authors: inside.filter(({ name }) => name === 'dc:creator').map(element => element.text),
      section: text('category'),
      html: text('content:encoded'),
    }
  })

export const atomTells = (elements: readonly XmlElement[]): readonly Told[] =>
  groupsAt(elements, 'feed/entry').map(({ offset, inside }): Told => {
    const named = (name: string) => inside.filter(element => element.name === name)
    const text = (name: string) => textIn(inside, name)
    const alternate = named('link').find(({ attributes }) => attributes.rel === 'alternate')
    return {
      by: 'this feed',
      url: alternate?.attributes.href ?? '',
      offset,
      id: text('id'),
      headline: text('title'),
      published: timeOf(text('published')),
      modified: timeOf(text('updated')),
      authors: inside.filter(({ path }) => path === 'feed/entry/author/name').map(element => element.text),
      section: named('category')[0]?.attributes.label,
      html: text('content'),
    }
  })

/** A sitemap has other pages as well. */
export const sitemapTells = (elements: readonly XmlElement[]): readonly Told[] =>
  groupsAt(elements, 'urlset/url').map(({ offset, inside }) => {
    const text = (name: string) => textIn(inside, name)
    const headline = text('news:title')
    return {
      by: 'this sitemap',
      url: text('loc') ?? '',
      isStory: headline !== undefined,
      offset,
      headline,
      published: timeOf(text('news:publication_date')),
      modified: timeOf(text('lastmod')),
    }
  })

const timeOf = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time)
