// Renders pages of a plan into the staging folder. Each is checked as far as it can be by itself.
//
// Few pages are rendered where the build runs; more go to threads, one to a core, in shards. Each thread
// draws its data from the store, renders, checks, writes, and gives back digests and the outputs that its
// links lead to; only these are checked against the whole site.
//
// `--shard=i/n` renders one share of the plan on one machine of several, and `npm run merge` makes one
// publish of all shares (`pipeline/merge-shares.ts`).

import { findHiddenTexts } from '../check/leaks/hidden-texts.ts'
import type { BrokenTargets } from '../check/links/broken-targets.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { outputKey } from '../store/output.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { renderShards, type ShardRun } from './render-shards.ts'
import type { RenderedShard, ShardPage, ShardSite } from './shard.ts'

export type Rendering = {
  /** Absolute; the current folder. */
  readonly root: string
  /** Relative to the root. */
  readonly staging: string
  readonly build: PlannedBuild
  /** How other threads come by the build's tables. */
  readonly source: ShardRun['source']
  readonly workers: WorkerPool
}

/** Output paths whose files are not there any more, whatever the tables say. */
export const missingFrom = ({ build }: Rendering): ReadonlySet<string> =>
  new Set(build.standing.missing.map(({ path }) => path))

/** `progress` is called with the number of pages that are done. */
export const renderPages = (
  rendering: Rendering,
  pages: readonly PlannedPage[],
  progress: (done: number) => void,
): Promise<readonly RenderedShard[]> => {
  const { build, source, workers } = rendering
  const { tables } = build
  const missing = missingFrom(rendering)
  const digestAt = (output: string) => {
    const row = tables.get('outputs', outputKey(output))
    // In other letter case it is another file.
    return row?.path === output && !missing.has(output) ? row.digest : null
  }
  const toRender = pages.map((page): ShardPage => ({ ...page, publishedDigest: digestAt(page.output) }))
  return renderShards({ site: shardSiteOf(rendering), pages: toRender, tables, source, workers, progress })
}

/** Renders the pages once more, to say where on them the broken links stand. */
export const renderToLocate = (
  rendering: Rendering,
  pages: readonly PlannedPage[],
  broken: BrokenTargets,
): Promise<readonly RenderedShard[]> => {
  const { build, source, workers } = rendering
  return renderShards({
    site: { ...shardSiteOf(rendering), broken },
    pages: pages.map((page): ShardPage => ({ ...page, publishedDigest: null })),
    tables: build.tables,
    source,
    workers,
    progress: () => {},
  })
}

export const shardSiteOf = ({ root, staging, build }: Rendering): ShardSite => {
  const { newsroom, layouts, viewpoint, tables } = build
  const hiddenTexts = viewpoint.audience.checksLeaks ? findHiddenTexts(tables, viewpoint.now) : []
  return { root, staging, newsroom, layouts, viewpoint, hiddenTexts, broken: null }
}
