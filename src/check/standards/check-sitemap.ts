// Sitemaps (https://www.sitemaps.org/protocol.html), and Google's for news.

import type { Instant } from '../../domain/instant.ts'
import { newsUntil } from '../../domain/lifecycle.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { XmlGroup } from '../xml/xml-groups.ts'
import {
  exampleTime,
  isRfc3339,
  notExactlyOnce,
  type StandardContext,
  standardFault,
} from './standard-fault.ts'

const sitemaps = 'sitemaps.org'
const googleNews = 'Google News'
const mostBytes = 52_428_800
const mostEntries = 50_000
const mostNews = 1000
const longestAddress = 2048
const requiredOfNews = ['news:name', 'news:language', 'news:publication_date', 'news:title']

/** `urls`: the groups of `elements` that are its entries. */
export const checkSitemap = (
  xml: string,
  elements: readonly XmlElement[],
  urls: readonly XmlGroup[],
  { origin, now, zone }: StandardContext,
): readonly PageFault[] => {
  const named = (name: string) => elements.filter(element => element.name === name)
  const news = named('news:publication_date')
  return [
    ...checkSize(xml, named('loc').length, news.length),
    ...named('loc')
      .filter(({ text }) => !text.startsWith(`${origin}/`) || text.length >= longestAddress)
      .map(({ text, offset }) =>
        standardFault(
          sitemaps,
          `the address ${text} must be on this site and shorter than 2,048 characters`,
          offset,
        ),
      ),
    ...[...named('lastmod'), ...news]
      .filter(({ text }) => !isRfc3339(text, zone))
      .map(({ name, text, offset }) =>
        standardFault(sitemaps, `${name} is “${text}”, not a time such as ${exampleTime}`, offset),
      ),
    ...urls.flatMap(checkNewsEntry),
    ...news
      .filter(({ text }) => now !== null && newsUntil(Date.parse(text) as Instant) <= now)
      .map(({ text, offset }) =>
        standardFault(googleNews, `the story of ${text} is more than two days old`, offset),
      ),
  ]
}

const checkSize = (xml: string, entries: number, news: number): readonly PageFault[] => [
  ...(Buffer.byteLength(xml) > mostBytes
    ? [standardFault(sitemaps, 'a sitemap may not be larger than 50 MB')]
    : []),
  ...(entries === 0 ? [standardFault(sitemaps, 'a sitemap must have an entry at least')] : []),
  ...(entries > mostEntries
    ? [standardFault(sitemaps, `a sitemap may have at most 50,000 entries, not ${entries}`)]
    : []),
  ...(news > mostNews
    ? [standardFault(googleNews, `a news sitemap may have at most 1,000 stories, not ${news}`)]
    : []),
]

const checkNewsEntry = ({ inside, offset }: XmlGroup): readonly PageFault[] =>
  inside.some(({ name }) => name.startsWith('news:'))
    ? notExactlyOnce(requiredOfNews, inside).map(name =>
        standardFault(googleNews, `a story needs exactly one ${name}`, offset),
      )
    : []
