// Rows of _data/redirects.yaml with a query have no page whose links could be checked: here it is asked where they lead.

import { areaElsewhere } from '../../domain/elsewhere.ts'
import type { Site } from '../../domain/newsroom.ts'
import { type Location, locationOfFile, type Problem } from '../../domain/problem.ts'
import { hasQuery, type Redirect } from '../../domain/redirect.ts'
import { redirectsFile } from '../../domain/site-paths.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { locateKey } from '../../read/locate-field.ts'
import type { Tables } from '../../store/tables.ts'
import { checkLinks } from './check-links.ts'
import { createFindTarget } from './link-target.ts'
import { createSiteView } from './site-view.ts'

export type QueryRowRules = {
  readonly site: Site
  /** With the outputs as they will be. */
  readonly tables: Tables
  readonly viewpoint: Viewpoint
  /** Of the file of rows. */
  readonly text: () => string | null
}

export const problemsOfQueryRows = (
  rows: readonly Redirect[],
  { site, tables, viewpoint, text }: QueryRowRules,
): readonly Problem[] => {
  const view = createSiteView(tables, viewpoint)
  const findTarget = createFindTarget('/', new URL(site.url).origin)
  return rows
    .filter(({ path }) => hasQuery(path))
    .flatMap(({ path, to }) => {
      const target = to === null ? 'elsewhere' : findTarget(to)
      if (to === null || typeof target === 'string') return []
      if (areaElsewhere(target.output, site.elsewhere) !== null) return []
      const link = { href: to, offset: 0, ...target, element: null }
      return checkLinks([link], view).map(
        ({ code, message, hint }): Problem => ({
          ...{ code, hint, severity: 'error' },
          message: `${path}: ${message}`,
          location: locationOf(path, text()),
        }),
      )
    })
}

const locationOf = (path: string, text: string | null): Location =>
  text === null ? locationOfFile(redirectsFile) : locateKey({ file: redirectsFile, text }, path, 'value')
