// The data of planned pages, from the tables: what their layouts are to show.

import { createArchive } from '../archive/create-archive.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'
import { createReaderTime } from '../time/reader-time.ts'
import type { PageContext } from './page-kind.ts'
import { pageKinds } from './page-kinds.ts'
import type { DrawnPage, PlannedPage } from './planned-page.ts'

export const createPageDrawer = (
  newsroom: Newsroom,
  tables: Tables,
  viewpoint: Viewpoint,
): ((page: PlannedPage) => DrawnPage) => {
  const { timezone, language } = newsroom.site
  const time = createReaderTime(timezone, language)
  const context: PageContext = { archive: createArchive(tables, viewpoint), newsroom, time }
  const kinds = new Map(pageKinds.map(kind => [kind.name, kind]))
  return ({ kind, url, output, layout, file, key }) => {
    const data = kinds.get(kind)?.pageAt(key).dataIn(context)
    if (!data) throw new Error(`the ${kind} page ${url} is planned, but there is nothing on it`)
    return { kind, url, output, layout, file, data }
  }
}
