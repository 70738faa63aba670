// Everything that must hold of a rendered site before readers may see it.

import type { Instant } from '../domain/instant.ts'
import type { Problem } from '../domain/problem.ts'
import { createLeakCheck } from './check-leaks.ts'
import { checkOutputs } from './check-outputs.ts'
import { checkPage } from './check-page.ts'
import { pageProblems } from './page-problem.ts'
import type { RenderedSite } from './rendered-site.ts'
import { settleReport } from './settle-report.ts'
import { createWhyMissing } from './why-missing.ts'

export const checkSite = (site: RenderedSite, now: Instant): readonly Problem[] => {
  const { plan, newsroom } = site
  const planned = new Map(plan.pages.map(page => [page.url, page]))
  const rules = {
    zone: newsroom.site.timezone,
    origin: newsroom.site.url,
    // The preview is for editors: there, what readers must not see is the point.
    findLeaks: plan.audience === 'editors' ? () => [] : createLeakCheck(newsroom, now),
  }
  const checked = site.pages.map(page => ({
    page,
    report: checkPage(page, planned.get(page.url) ?? null, rules),
  }))
  const targets = new Map<string, readonly string[] | null>([
    ...site.files.map((file): [string, null] => [file, null]),
    ...checked.map(({ report }): [string, readonly string[] | null] => [report.output, report.ids]),
  ])
  const targetOf = (output: string) => targets.get(output)
  const whyMissing = createWhyMissing(newsroom, now)
  const problems = checked.flatMap(({ page, report }) =>
    pageProblems(page, settleReport(report, targetOf, whyMissing), site),
  )
  return [...checkOutputs(site), ...problems]
}
