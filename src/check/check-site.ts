// Checks a whole rendered site, for those who have all of it at once.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { DrawnPage } from '../pages/planned-page.ts'
import type { MadePage } from '../pages/rendered-site.ts'
import type { NowhereChange } from '../plan/planned-build.ts'
import type { SourceText } from '../read/read-page-source.ts'
import { outputKey } from '../store/output.ts'
import { editTables, type Tables } from '../store/tables.ts'
import { checkOutputs } from './check-outputs.ts'
import { checkPage } from './check-page.ts'
import { faultsOfReport } from './faults-of-report.ts'
import { hiddenPages } from './hidden-pages.ts'
import { findHiddenTexts } from './leaks/hidden-texts.ts'
import { countNowhere } from './links/count-nowhere.ts'
import { problemsOfQueryRows } from './links/query-rows.ts'
import { createSiteView } from './links/site-view.ts'
import { createPageRules } from './page-rules.ts'
import { problemsOfPage } from './problems-of-page.ts'

export type RenderedSite = {
  /** Where the rendered files are, relative to the site's root. */
  readonly folder: string
  readonly pages: readonly MadePage[]
  /** Files that are published besides the pages, relative to the published folder. */
  readonly files: readonly string[]
  readonly drawn: readonly DrawnPage[]
  readonly tables: Tables
  readonly viewpoint: Viewpoint
  /** Stories that have links to pages that did not come along. */
  readonly nowhere: readonly NowhereChange[]
  readonly newsroom: Newsroom
  readonly sourceOf: (file: string | null) => SourceText | null
}

export const checkSite = (site: RenderedSite): readonly Problem[] => {
  const { folder, pages, files, drawn, viewpoint } = site
  const planned = new Map(drawn.map(page => [page.url, page]))
  // The preview is for editors: there, what readers must not see is the point.
  const hiddenTexts = viewpoint.audience.checksLeaks ? findHiddenTexts(site.tables, viewpoint.now) : []
  const rules = createPageRules(site.newsroom, site.tables, viewpoint, hiddenTexts)
  const checked = pages.map(page => {
    const plan = planned.get(page.url) ?? null
    return { page, plan, report: checkPage(page, plan, rules) }
  })
  const tables = editTables(site.tables)
  const keep = (path: string, url: string | null, ids: readonly string[] | null) =>
    tables.set('outputs', outputKey(path), { path, digest: '', made: { by: 'template', url, ids } })
  for (const file of files) keep(file, null, null)
  for (const { report } of checked) keep(report.output, report.url, report.ids)
  const view = createSiteView(tables, viewpoint)
  const problems = checked.flatMap(({ page, plan, report }) => {
    const faults = faultsOfReport(report, view)
    return faults.length === 0
      ? []
      : problemsOfPage(
          page,
          faults,
          folder,
          site.sourceOf(plan ? plan.file : page.template),
          plan?.layout ?? null,
        )
  })
  const ofRows = problemsOfQueryRows(site.tables.get('redirects', 'all') ?? [], {
    ...{ site: site.newsroom.site, tables, viewpoint },
    text: () => site.sourceOf(redirectsFile)?.text ?? null,
  })
  const own = pages.filter(({ url }) => !planned.has(url))
  return [
    ...checkOutputs({ folder, pages, files, elsewhere: site.newsroom.site.elsewhere }),
    ...hiddenPages(own, folder),
    ...ofRows,
    ...problems,
    ...countNowhere({ tables, before: null, changes: site.nowhere, site: site.newsroom.site, viewpoint }),
  ]
}
