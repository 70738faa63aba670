// Renders one shard: draws the data of its pages, lets Eleventy make them, checks them, and writes those that are new.

import { join } from 'node:path'
import { checkPage } from '../check/check-page.ts'
import { faultsOfReport } from '../check/faults-of-report.ts'
import { viewOfBrokenTargets } from '../check/links/broken-targets.ts'
import type { PageLink } from '../check/links/page-links.ts'
import { createPageRules } from '../check/page-rules.ts'
import { problemsOfPage } from '../check/problems-of-page.ts'
import type { Problem } from '../domain/problem.ts'
import { renderWithEleventy } from '../eleventy/run-eleventy.ts'
import { createPageDrawer } from '../pages/draw-pages.ts'
import { digestOfData } from '../plan/plan-pages.ts'
import { readPageSource } from '../read/read-page-source.ts'
import type { FeedText } from '../store/rows.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { writeFile } from '../system/files.ts'
import { madeOrProblem } from './problem-of-making.ts'
import type { RenderedOutput, RenderedShard, ShardPage, ShardSite } from './shard.ts'

export type RenderShard = (pages: readonly ShardPage[]) => Promise<RenderedShard>

export const createShardRenderer = (site: ShardSite, tables: Tables): RenderShard => {
  const { root, staging, newsroom, viewpoint, layouts, broken } = site
  const draw = createPageDrawer(newsroom, tables, viewpoint)
  const rules = createPageRules(newsroom, tables, viewpoint, site.hiddenTexts)
  const view = viewOfBrokenTargets(broken)
  // From shard to shard, as long as there are feeds: a story stands in many.
  const feedTexts = new Map<string, FeedText>()

  return async pages => {
    const drawn = new Map(pages.map(page => [page.url, { page, plan: draw(page) }]))
    const made = new Map<string, FeedText>()
    const run = await madeOrProblem(root, () =>
      renderWithEleventy({
        newsroom,
        layouts,
        pages: [...drawn.values()].map(({ plan }) => plan),
        textOf: file => tables.get('texts', file),
        feedTextOf: file => feedTexts.get(file) ?? tables.get('feedTexts', file),
        keepFeedText: (file, text) => {
          feedTexts.set(file, text)
          made.set(file, text)
        },
      }),
    )
    if ('problem' in run) return { outputs: [], targets: [], problems: [run.problem], feedTexts: [] }
    const rendered = run.made
    if (rendered.length !== pages.length)
      throw new Error(
        `Eleventy made ${rendered.length} of ${pages.length} pages; does .eleventy.js keep some back?`,
      )
    const targets = new Set<string>()
    const problems: Problem[] = []
    const outputs = rendered.map((result): RenderedOutput => {
      const { url, output, content } = result
      const known = drawn.get(url)
      if (!known) throw new Error(`Eleventy made ${url}, which was not planned; does .eleventy.js move it?`)
      const report = checkPage(result, known.plan, rules)
      for (const link of report.links) if ('output' in link) targets.add(targetOf(link))
      const faults = faultsOfReport(report, view)
      if (faults.length > 0) {
        const { file, layout } = known.plan
        problems.push(...problemsOfPage(result, faults, staging, readPageSource(root, file), layout))
      }
      const bytes = Buffer.from(content)
      const digest = digestOf(bytes)
      if (digest !== known.page.publishedDigest) writeFile(join(root, staging, output), bytes)
      return { url, output, digest, dataDigest: digestOfData(known.plan.data), ids: report.ids }
    })
    if (made.size === 0) feedTexts.clear()
    return { outputs, targets: [...targets], problems, feedTexts: [...made] }
  }
}

const targetOf = ({ output, anchor }: PageLink): string => (anchor === null ? output : `${output}#${anchor}`)
