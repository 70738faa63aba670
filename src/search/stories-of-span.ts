// The stories of a span as their pages show them, and a digest of all that its bundle is made of.

import { createArchive } from '../archive/create-archive.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { storyPage } from '../pages/kinds/story-page.ts'
import type { PageData } from '../pages/page-kind.ts'
import { storyAt } from '../pages/story-at.ts'
import type { FolderMarks } from '../store/file-mark.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { siteDataOf } from '../store/site-data-row.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { createReaderTime } from '../time/reader-time.ts'
import type { MonthSpan } from './bundles-of.ts'
import { factsOf } from './page-for-index.ts'
import { indexing } from './pagefind.ts'

export type SpanStories = {
  /** The oldest first: a new story changes no number of those before it. */
  readonly stories: readonly PageData[]
  readonly sourceDigest: string
  /** Its words and its zone; null where nothing is known of the site, and so of no story. */
  readonly data: Pick<SiteData, 'site' | 'strings'> | null
}

export const storiesOfSpan = (span: MonthSpan, tables: Tables, last: LastPublish): SpanStories => {
  const facts = tables.get('facts', 'site')
  if (!facts) return { stories: [], sourceDigest: '', data: null }
  const data = siteDataOf(facts)
  const { timezone, language } = data.site
  const context = {
    newsroom: { ...data, plainPages: [] },
    archive: createArchive(tables, last.viewpoint),
    time: createReaderTime(timezone, language),
  }
  const stories = span.months
    .flatMap(month => context.archive.listing({ of: 'site' }).inMonth(month).toReversed())
    .map(story => storyPage.pageAt(storyAt(story)).dataIn(context))
    .filter(page => page !== null)
  const each = stories.map(page => digestOf(JSON.stringify(factsOf(page))))
  return {
    stories,
    sourceDigest: digestOf(
      JSON.stringify([basisOf(tables), language, timezone, data.strings, indexing, each]),
    ),
    data,
  }
}

/** How a text becomes an index: other parts of the engine may change as they like. */
const basisOf = (tables: Tables): unknown => {
  const lockfile = tables.get('marks', '')?.['package-lock.json']?.digest ?? null
  return [
    lockfile,
    ...['src/markdown', 'src/search', 'src/time'].map(folder => digestsIn(tables.get('marks', folder))),
  ]
}

const digestsIn = (marks: FolderMarks = {}): unknown =>
  Object.entries(marks)
    .map(([name, { digest }]) => [name, digest])
    .sort()
