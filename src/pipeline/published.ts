// What readers have, as far as it is known: by the record of the last publish, or by git.

import type { SiteData } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { LastSite } from '../store/last-site.ts'
import { siteDataOf } from '../store/site-data-row.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { Tables } from '../store/tables.ts'

export type Published = {
  /** Stories, texts of them, of bulletins and of pages, and the rows of redirects. */
  readonly tables: Tables
  readonly viewpoint: Viewpoint
  readonly data: () => SiteData | null
  /** Those that a look at everything must look at. */
  readonly stories: () => AsyncIterable<Story> | Iterable<Story>
  /** Files of the newsroom's own pages in markdown; where it is git that knows, those that differ by now. */
  readonly pages: readonly string[]
  /** Whether a file of a story or a page was there. */
  readonly isKnown: (file: string) => boolean
  /** Whether the stories are as they were published, their pictures too; else as their texts of then read today. */
  readonly isRecord: boolean
}

/** Null where there was no publish, or its record is lost. */
export const publishedByStore = ({ store, tables, last }: LastSite): Published | null => {
  if (store === null || last === null) return null
  return {
    ...{ tables, viewpoint: last.viewpoint, isRecord: true },
    data: () => {
      const facts = tables.get('facts', 'site')
      return facts ? siteDataOf(facts) : null
    },
    stories: async function* () {
      for await (const [, story] of rowsOf(store, 'stories')) yield story
    },
    pages: tables.get('lists', 'pages') ?? [],
    isKnown: file => tables.get('texts', file) !== undefined,
  }
}
