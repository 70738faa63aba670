// The data of planned pages, from the tables: what their layouts are to show.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'
import { createContext } from './context-of.ts'
import { kindNamed } from './page-kinds.ts'
import type { DrawnPage, PlannedPage } from './planned-page.ts'

export const createPageDrawer = (
  newsroom: Newsroom,
  tables: Tables,
  viewpoint: Viewpoint,
): ((page: PlannedPage) => DrawnPage) => {
  const context = createContext(newsroom, tables, viewpoint)
  return ({ kind: name, url, output, layout, file, key }) => {
    const kind = kindNamed(name)
    const data = kind?.pageAt(key).dataIn(context)
    if (!kind || !data) throw new Error(`the ${name} page ${url} is planned, but there is nothing on it`)
    return { kind: name, url, output, layout, file, medium: kind.medium, data, expected: kind.expects(data) }
  }
}
