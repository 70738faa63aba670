// What the newsroom's site tells markdown: the words that pages say by themselves, and how times are written.

import type { MediaFile } from '../domain/media.ts'
import type { SiteData } from '../domain/newsroom.ts'
import type { Strings } from '../domain/strings.ts'
import { createReaderTime, type ReaderTime } from '../time/reader-time.ts'

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
