// The newsroom's own Eleventy templates, and what its .eleventy.js has copied: made, checked, and staged where they differ.

import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkOutputs } from '../check/check-outputs.ts'
import { checkPage } from '../check/check-page.ts'
import { faultsOfReport } from '../check/faults-of-report.ts'
import { hiddenPages } from '../check/hidden-pages.ts'
import { createSiteView } from '../check/links/site-view.ts'
import { createPageRules } from '../check/page-rules.ts'
import { problemsOfPage } from '../check/problems-of-page.ts'
import type { KeptPages } from '../domain/kept-back.ts'
import { locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import { configFile, leftBehindIn, pathInStatic } from '../domain/site-paths.ts'
import { renderTemplates } from '../eleventy/run-eleventy.ts'
import { pageSourceOf, readPageSource, type SourceText } from '../read/read-page-source.ts'
import { withEncodings } from '../store/compressed.ts'
import { outputKey } from '../store/output.ts'
import type { EditedTables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { readBytes, readText, walk } from '../system/files.ts'
import { madeOrProblem } from './problem-of-making.ts'
import type { ShardSite } from './shard.ts'

/**
 * Sets the rows of what they make, and takes away those of what they made last time and no longer do. `missing`: paths whose files
 * are not there any more.
 */
export const renderOwnTemplates = async (
  site: ShardSite & { readonly keptPages: KeptPages; readonly missing: ReadonlySet<string> },
  tables: EditedTables,
): Promise<readonly Problem[]> => {
  const { root, staging, newsroom, layouts, viewpoint, keptPages, missing } = site
  const folder = `${staging}-templates`
  rmSync(join(root, folder), { recursive: true, force: true })
  const job = {
    newsroom,
    layouts,
    keptPages,
    textOf: () => undefined,
    feedTextOf: () => undefined,
    keepFeedText: () => {},
  }
  const run = await madeOrProblem(root, () => renderTemplates(job, folder))
  if ('problem' in run) return [run.problem]
  const pages = run.made
  const { elsewhere } = newsroom.site
  const rules = createPageRules(newsroom, tables, viewpoint, site.hiddenTexts)
  const reports = new Map(pages.map(page => [page.output, { page, report: checkPage(page, null, rules) }]))
  const { files: written, links } = walk(join(root, folder))
  // Eleventy copies links as they are, and nobody follows them.
  for (const link of links)
    throw new Error(`${link} is a symbolic link; copy its target into the site instead`)
  const isLeft = (path: string) => !reports.has(path) && leftBehindIn(path) !== null
  const files = written.filter(path => !isLeft(path))
  forgetGone(tables, files)
  const taken: Problem[] = []
  for (const path of files) {
    const known = tables.get('outputs', outputKey(path))
    const entry = reports.get(path)
    if (known && known.made.by !== 'template') {
      const owner = { url: known.made.by === 'page' ? known.made.url : known.path, output: path }
      const url = entry?.page.url ?? path
      taken.push(...checkOutputs({ folder, pages: [owner, { url, output: path }], files: [], elsewhere }))
      continue
    }
    const digest = digestOf(readBytes(join(root, folder, path)))
    const made = { by: 'template', url: entry?.page.url ?? null, ids: entry?.report.ids ?? null } as const
    const row = { path, digest, made }
    const isWritten = known?.digest !== digest || known.path !== path || missing.has(path)
    tables.set('outputs', outputKey(path), isWritten ? row : withEncodings(row, known))
    if (isWritten) stage(root, folder, staging, path)
  }
  rmSync(join(root, folder), { recursive: true, force: true })
  const view = createSiteView(tables, viewpoint)
  const problems = [...reports.values()].flatMap(({ page, report }) => {
    const faults = faultsOfReport(report, view)
    return faults.length === 0
      ? []
      : problemsOfPage(page, faults, folder, sourceOf(root, page.template, keptPages), null)
  })
  const copied = files.filter(path => !reports.has(path)).map(path => ({ url: path, output: path }))
  const templateOf = new Map(pages.map(({ url, template }) => [url, template]))
  const outside = checkOutputs({ folder, pages: [...pages, ...copied], files: [], elsewhere }).map(problem =>
    atPermalink(root, problem, templateOf.get(/^\S+/.exec(problem.message)?.[0] ?? '')),
  )
  const odd = [...new Set(written.filter(isLeft).map(path => leftBehindIn(path)?.top ?? path))]
  return [...outside, ...hiddenPages(pages, folder), ...taken, ...problems, ...odd.map(leftOut)]
}

const sourceOf = (root: string, template: string | null, kept: KeptPages): SourceText | null => {
  const text = template === null ? null : kept.get(template)
  return template !== null && text ? pageSourceOf(template, text) : readPageSource(root, template)
}

/** An address that cannot be is written in the template. */
const atPermalink = (root: string, problem: Problem, template: string | null | undefined): Problem => {
  const text = template ? readText(join(root, template)) : null
  if (!template || text === null) return problem
  const at = Math.max(0, text.indexOf('permalink'))
  return { ...problem, location: locationInText(template, text, at, 'permalink'.length) }
}

/** `top`: a file of content/static/, as whose its name is judged. What .eleventy.js has Eleventy copy can be anything. */
const leftOut = (top: string): Problem => ({
  code: 'file-left-out',
  severity: 'warning',
  message: `.eleventy.js has ${pathInStatic(top)} copied, which by its name is none for readers: it is left out of the site`,
  hint: 'delete it where it is copied from',
  location: locationOfFile(configFile),
})

/** Takes away the rows of what they made last time and no longer do. */
const forgetGone = (tables: EditedTables, files: readonly string[]): void => {
  for (const path of new Set(tables.get('lists', 'templates') ?? [])) {
    const row = tables.get('outputs', outputKey(path))
    if (row?.made.by === 'template' && !files.includes(path)) tables.set('outputs', outputKey(path), null)
  }
  tables.set('lists', 'templates', files)
}

const stage = (root: string, from: string, staging: string, path: string): void => {
  mkdirSync(dirname(join(root, staging, path)), { recursive: true })
  renameSync(join(root, from, path), join(root, staging, path))
}
