// Sitemaps (https://www.sitemaps.org/protocol.html), and Google's for news.

import type { Instant } from '../../domain/instant.ts'
import { newsUntil } from '../../domain/lifecycle.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { XmlGroup } from '../xml/xml-groups.ts'
import { isRfc3339, notOnce, type StandardContext, standardFault } from './standard-fault.ts'

const rule = 'sitemaps.org'
const mostBytes = 52_428_800
const mostEntries = 50_000
const mostNews = 1000
const longestAddress = 2048
const saidOfNews = ['news:name', 'news:language', 'news:publication_date', 'news:title']

/** `urls`: what it lists, among all elements. */
export const checkSitemap = (
  xml: string,
  elements: readonly XmlElement[],
  urls: readonly XmlGroup[],
  { origin, now, zone }: StandardContext,
): readonly PageFault[] => {
  const named = (name: string) => elements.filter(element => element.name === name)
  const count = named('loc').length
  const news = named('news:publication_date')
  return [
    ...(Buffer.byteLength(xml) > mostBytes ? [standardFault(rule, 'a sitemap may have 50 MB')] : []),
    ...(count > mostEntries ? [standardFault(rule, `a sitemap may have 50,000 entries, not ${count}`)] : []),
    ...(news.length > mostNews
      ? [standardFault('Google News', `a news sitemap may have 1,000 stories, not ${news.length}`)]
      : []),
    ...named('loc')
      .filter(({ text }) => !text.startsWith(`${origin}/`) || text.length >= longestAddress)
      .map(({ text, offset }) =>
        standardFault(rule, `${text} must be of this site, and shorter than 2,048 letters`, offset),
      ),
    ...[...named('lastmod'), ...news]
      .filter(({ text }) => !isRfc3339(text, zone))
      .map(({ name, text, offset }) => standardFault(rule, `${name} is “${text}”, which is no time`, offset)),
    ...urls
      .filter(({ inside }) => inside.some(({ name }) => name.startsWith('news:')))
      .flatMap(({ inside, offset }) =>
        notOnce(saidOfNews, inside).map(name =>
          standardFault('Google News', `a story needs one ${name}`, offset),
        ),
      ),
    ...news
      .filter(({ text }) => now !== null && newsUntil(Date.parse(text) as Instant) <= now)
      .map(({ text, offset }) => standardFault('Google News', `${text} is more than two days ago`, offset)),
  ]
}
