// The site's part in markdown: its language, the words that pages add by themselves, and how they write times.

import { directionOf } from '../domain/language.ts'
import type { MediaFile } from '../domain/media.ts'
import type { SiteData } from '../domain/newsroom.ts'
import type { Strings } from '../domain/strings.ts'
import { createReaderTime, type ReaderTime } from '../time/reader-time.ts'
import type { MarkdownContext } from './markdown-context.ts'

export type Transcript = NonNullable<MediaFile['transcript']>

export type MarkdownSite = {
  readonly strings: Strings
  readonly time: ReaderTime
  readonly timezone: string
  readonly language: string
  /** Without a slash at its end. */
  readonly origin: string
  /** Throws when the file has changed since it was checked. */
  readonly transcriptOf: (transcript: Transcript) => string
}

export const markdownSiteOf = (
  { site, strings }: Pick<SiteData, 'site' | 'strings'>,
  transcriptOf: MarkdownSite['transcriptOf'],
): MarkdownSite => ({
  strings,
  time: createReaderTime(site.timezone, site.language),
  timezone: site.timezone,
  language: site.language,
  origin: site.url,
  transcriptOf,
})

/** For an element with the site's own words or times, inside a story of another language. */
export const langAttributes = ({ language }: MarkdownSite, context: MarkdownContext): string =>
  context.language === undefined ? '' : ` lang="${language}" dir="${directionOf(language)}"`

/** The same for words inside an element. `html` is escaped. */
export const inSiteLanguage = (html: string, site: MarkdownSite, context: MarkdownContext): string => {
  const attributes = langAttributes(site, context)
  return attributes === '' ? html : `<span${attributes}>${html}</span>`
}
