// What the newsroom's site tells markdown: the words that pages say by themselves, and how times are written.

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
  /** Throws when the file is not what was checked any more. */
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
  transcriptOf,
})

/** Of an element with the site's own words, or times: they may stand in a story of another language. */
export const languageOf = ({ language }: MarkdownSite, context: MarkdownContext): string =>
  context.language === undefined ? '' : ` lang="${language}" dir="${directionOf(language)}"`

/** The same for words inside an element; `html` is escaped. */
export const withLanguage = (html: string, site: MarkdownSite, context: MarkdownContext): string => {
  const tongue = languageOf(site, context)
  return tongue === '' ? html : `<span${tongue}>${html}</span>`
}
