// What page kinds draw on, as the last publish left it.

import { createArchive } from '../archive/create-archive.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { siteDataOf } from '../store/site-data-row.ts'
import type { Tables } from '../store/tables.ts'
import { createReaderTime } from '../time/reader-time.ts'
import type { PageContext } from './page-kind.ts'

export const createContext = (newsroom: Newsroom, tables: Tables, viewpoint: Viewpoint): PageContext => ({
  newsroom,
  archive: createArchive(tables, viewpoint),
  time: createReaderTime(newsroom.site.timezone, newsroom.site.language),
})

/** Without plain pages, which no row knows. Null when no site data is stored. */
export const contextOf = (tables: Tables, viewpoint: Viewpoint): PageContext | null => {
  const facts = tables.get('facts', 'site')
  return facts ? createContext({ ...siteDataOf(facts), plainPages: [] }, tables, viewpoint) : null
}
