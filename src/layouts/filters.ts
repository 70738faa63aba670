// The filters of layouts: times as readers and machines read them, and text escaped for where it goes.

import nunjucks from 'nunjucks'
import { curlQuotes } from '../domain/curl-quotes.ts'
import { escapeCdata, escapeJson, escapeXml } from '../domain/escape.ts'
import { typeOfFile } from '../domain/file-kinds.ts'
import type { Instant } from '../domain/instant.ts'
import type { Site } from '../domain/newsroom.ts'
import { isPlainPath } from '../domain/web-address.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { StoryText } from '../pages/page-kind.ts'
import { digestOf } from '../system/digest.ts'
import { createReaderTime } from '../time/reader-time.ts'
import { rfc822, rfc3339 } from '../time/wire-time.ts'
import { createPageFilters } from './page-filters.ts'
import { entryHtml, hasFurniture, hasSetApart, withDateline } from './story-html.ts'
import type { StoryTexts } from './story-texts.ts'
import { createWordFilters } from './word-filters.ts'

export type Filter = (value: never, ...rest: never[]) => unknown

const safe = (text: string) => new nunjucks.runtime.SafeString(text)

/** Nunjucks checks only what a filter returns, so "undefined" would be printed into a feed as a word. */
const present = <Value>(value: Value): Value => {
  if (value === undefined || value === null) throw new Error('attempted to print null or undefined')
  return value
}

/** In characters. Readers that use libxml2 refuse a feed with a text of 10 MB; others take long over a tenth of it. */
const longestInFeed = 1_000_000

export const createFilters = (site: Site, texts: StoryTexts): Readonly<Record<string, Filter>> => {
  const reader = createReaderTime(site.timezone, site.language)
  const origin = new URL('/', site.url).href.slice(0, -1)
  return {
    ...createWordFilters(site.language),
    ...createPageFilters(site),
    rfc3339: (instant: Instant) => rfc3339(instant, site.timezone),
    rfc822: (instant: Instant) => rfc822(instant, site.timezone),
    readerDate: reader.date,
    readerTime: reader.clock,
    readerDateTime: reader.dateTime,
    readerDay: reader.day,
    readerMonth: reader.month,
    absolute: (path: string) => (isPlainPath(present(path)) ? origin + path : new URL(path, site.url).href),
    xml: (text: unknown) => safe(escapeXml(String(present(text)))),
    digest: (text: unknown) => digestOf(String(text)).slice(0, 8),
    cdata: (html: unknown) => safe(escapeCdata(String(present(html)))),
    json: (value: unknown) => safe(escapeJson(value)),
    /** For a JSON file; `json` is for a script element, which </script> would end. */
    jsonFile: (value: unknown) => safe(JSON.stringify(value)),
    withDateline: (html: string, dateline: string | null) => safe(withDateline(html, dateline)),
    hasFurniture: (html: string) => hasFurniture(html),
    hasSetApart: (html: string) => hasSetApart(html),
    /** Empty for a text that is too long: the summary takes its place. */
    feedHtml: (text: StoryText, context: MarkdownContext, entry: number | null) => {
      const storyHtml = texts.feedHtmlOf(text, context)
      const html = entry === null ? storyHtml : entryHtml(storyHtml, entry)
      return html.length > longestInFeed ? '' : safe(html)
    },
    /** For the words of a page of the newsroom's own; those of stories have their marks already. */
    curlQuotes: (text: string | undefined) => text && curlQuotes(text, site.language),
    mediaType: typeOfFile,
  }
}
