// Renders all pages of a plan: a few here and now, many in shards on every core.

import { serialize } from 'node:v8'
import { isFeedMedium } from '../pages/page-kind.ts'
import { kindNamed } from '../pages/page-kinds.ts'
import type { Edits, Tables } from '../store/tables.ts'
import { saveMemoryFor } from '../system/save-memory.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { createShardRenderer } from './render-shard.ts'
import type { RenderedShard, ShardPage, ShardSite } from './shard.ts'

/** Starting a thread and Eleventy in it costs as much as this many pages. */
const fewPages = 1_000

/** Memory is bounded by this, not by the archive; and Eleventy looks its templates up one by one. */
const pagesInShard = 500

export type ShardRun = {
  readonly site: ShardSite
  readonly pages: readonly ShardPage[]
  readonly tables: Tables
  /** How other threads come by the same tables. */
  readonly source: { readonly store: string; readonly edits: Edits }
  readonly workers: WorkerPool
  readonly progress: (done: number) => void
}

export const renderShards = async (run: ShardRun): Promise<readonly RenderedShard[]> => {
  const { site, pages, tables } = run
  if (pages.length === 0) return []
  if (pages.length <= fewPages) return [await createShardRenderer(site, tables)(pages)]
  return renderInThreads(run)
}

const renderInThreads = async ({
  site,
  pages,
  source,
  workers,
  progress,
}: ShardRun): Promise<readonly RenderedShard[]> => {
  saveMemoryFor(pages.length)
  const size = Math.min(pagesInShard, Math.ceil(pages.length / workers.size))
  const shards = cutInShards(byLayout(pages), size)
  const run = share({ site, ...source })
  const id = ++runs
  const targets = new Set<string>()
  let done = 0
  return Promise.all(
    shards.map(async shard => {
      const rendered = await workers.ask<RenderTask, RenderedShard>('renderShard', { id, run, pages: shard })
      done += shard.length
      progress(done)
      // Every page links to the same fronts: a hundred thousand pages would have a million targets.
      const added = rendered.targets.filter(target => targets.size < targets.add(target).size)
      return { ...rendered, targets: added }
    }),
  )
}

/**
 * Pages of one layout draw on the same stories, and on the same compiled code. Feeds hold most of them in full, so they
 * come first and together.
 */
const byLayout = (pages: readonly ShardPage[]): readonly ShardPage[] => {
  const rank = (page: ShardPage) => (isFeed(page) ? '' : page.layout)
  return pages.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

const isFeed = ({ kind }: ShardPage): boolean => isFeedMedium(kindNamed(kind)?.medium ?? 'other')

/** A feed is as large as so many pages. */
const pagesInFeed = 5

const cutInShards = (pages: readonly ShardPage[], size: number): readonly (readonly ShardPage[])[] => {
  const shards: ShardPage[][] = []
  let room = 0
  for (const page of pages) {
    if (room <= 0) {
      shards.push([])
      room = size
    }
    shards.at(-1)?.push(page)
    room -= isFeed(page) ? pagesInFeed : 1
  }
  return shards
}

let runs = 0

/** One copy for all threads. */
const share = (run: RenderRun): SharedArrayBuffer => {
  const bytes = serialize(run)
  const memory = new SharedArrayBuffer(bytes.length)
  new Uint8Array(memory).set(bytes)
  return memory
}

/** What all shards of a run have in common. */
export type RenderRun = {
  readonly site: ShardSite
  /** Absolute. */
  readonly store: string
  readonly edits: Edits
}

export type RenderTask = {
  /** Tells runs apart. */
  readonly id: number
  /** A serialized `Run`: memory that all threads share, read once by each. */
  readonly run: SharedArrayBuffer
  readonly pages: readonly ShardPage[]
}
