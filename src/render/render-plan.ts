// Renders what is planned into the staging folder, and checks it against the whole site.

import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findHiddenTexts } from '../check/leaks/hidden-texts.ts'
import { findBrokenTargets } from '../check/links/broken-targets.ts'
import type { Problem } from '../domain/problem.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import type { EncodedPictures } from '../pictures/encode-pictures.ts'
import { filesThatLinkTo, lostOutputs, pagesOfFiles } from '../plan/find-linkers.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { findFilesWith } from '../read/find-files-with.ts'
import { withEncodings } from '../store/compressed.ts'
import { outputKey } from '../store/output.ts'
import { type EditedTables, editTables } from '../store/tables.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { renderOwnTemplates } from './render-own-templates.ts'
import { renderShards, type ShardRun } from './render-shards.ts'
import type { RenderedShard, ShardPage, ShardSite } from './shard.ts'

/** Called with the number of pages that are done. */
export type PageProgress = (done: number) => void

export type Rendering = {
  readonly root: string
  /** Relative to the root. */
  readonly staging: string
  readonly build: PlannedBuild
  /** Output paths whose files are not there any more, whatever the tables say. */
  readonly missing: ReadonlySet<string>
  /** How other threads come by the build's tables. */
  readonly source: ShardRun['source']
  readonly workers: WorkerPool
}

/** Every page is checked as far as it can be by itself. */
export const renderPages = (
  rendering: Rendering,
  pages: readonly PlannedPage[],
  progress: PageProgress,
): Promise<readonly RenderedShard[]> => {
  const { build, missing, source, workers } = rendering
  const { tables } = build
  const digestAt = (output: string) => {
    const row = tables.get('outputs', outputKey(output))
    // In other letter case it is another file.
    return row?.path === output && !missing.has(output) ? row.digest : null
  }
  const toRender = pages.map((page): ShardPage => ({ ...page, publishedDigest: digestAt(page.output) }))
  return renderShards({ site: siteOf(rendering), pages: toRender, tables, source, workers, progress })
}

export type Settled = {
  /** The build's tables with the rows of all outputs. */
  readonly tables: EditedTables
  /** What must be mended; nothing may be published then. */
  readonly problems: readonly Problem[]
}

/** Stages what is not rendered in shards, and checks what only the whole site can tell. */
export const settleSite = async (
  rendering: Rendering,
  shards: readonly RenderedShard[],
  pictures: EncodedPictures,
): Promise<Settled> => {
  const { root, staging, build, missing, source, workers } = rendering
  const { plan, viewpoint } = build
  const tables = editTables(build.tables)
  const site = siteOf(rendering)
  for (const { output } of plan.removals) tables.set('outputs', outputKey(output), null)
  keepOutputs(tables, plan.pages, shards, missing)
  for (const { from, to, digest, pictureJob } of plan.copies) {
    const staged = join(root, staging, to)
    const kept = pictureJob === null ? { file: from, digest } : pictures.find(pictureJob)
    mkdirSync(dirname(staged), { recursive: true })
    copyFileSync(join(root, kept.file), staged)
    tables.set('outputs', outputKey(to), { path: to, digest: kept.digest, made: { by: 'copy', from } })
  }
  const isLinked = plan.templates.length > 0 || lostOutputs(build.tables, tables).length > 0
  const own = isLinked ? await renderOwnTemplates(site, tables, missing) : []
  const made = new Set(plan.pages.map(({ url }) => url))
  const lost = lostOutputs(build.tables, tables)
  const affected = [...filesThatLinkTo(lost, tables), ...filesWithWordsOf(build.hiddenSince, site)]
  const linkers = pagesOfFiles(affected, tables).filter(({ url }) => !made.has(url))
  const all = [...shards, ...(await renderPages(rendering, linkers, () => {}))]
  const targets = new Set(all.flatMap(shard => shard.targets))
  const broken = findBrokenTargets(targets, tables, viewpoint)
  // The pages are made once more, to say where the broken links stand.
  const pages = [...plan.pages, ...linkers].map((page): ShardPage => ({ ...page, publishedDigest: null }))
  const told = broken
    ? await renderShards({
        site: { ...site, broken },
        pages,
        tables: build.tables,
        source,
        workers,
        progress: () => {},
      })
    : all
  return { tables, problems: [...own, ...told.flatMap(({ problems }) => problems)] }
}

/** Words of a story that readers knew may stand in other texts. */
const filesWithWordsOf = (
  stories: readonly string[],
  { root, hiddenTexts }: ShardSite,
): readonly string[] => {
  const words = hiddenTexts.filter(({ file }) => stories.includes(file)).map(({ text }) => text)
  return words.length === 0 ? [] : findFilesWith(root, words)
}

const siteOf = ({ root, staging, build }: Rendering): ShardSite => {
  const { newsroom, layouts, viewpoint, tables } = build
  const hiddenTexts = viewpoint.audience.checksLeaks ? findHiddenTexts(tables, viewpoint.now) : []
  return { root, staging, newsroom, layouts, viewpoint, hiddenTexts, broken: null }
}

const keepOutputs = (
  tables: EditedTables,
  pages: readonly PlannedPage[],
  shards: readonly RenderedShard[],
  missing: ReadonlySet<string>,
): void => {
  const planned = new Map(pages.map(page => [page.url, page]))
  for (const { outputs, feedTexts } of shards) {
    for (const [file, text] of feedTexts) tables.set('feedTexts', file, text)
    for (const { url, output, digest, dataDigest, ids } of outputs) {
      const page = planned.get(url)
      if (!page) throw new Error(`${url} was rendered, but not planned`)
      const { kind, key, file, layoutDigest } = page
      const made = { by: 'page', kind, key, url, file, layoutDigest, dataDigest, ids } as const
      const row = { path: output, digest, made }
      const isLost = missing.has(output)
      const at = outputKey(output)
      tables.set('outputs', at, isLost ? row : withEncodings(row, tables.get('outputs', at)))
    }
  }
}
