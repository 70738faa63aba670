// What a thread of the crew can be asked to do.

import { deserialize } from 'node:v8'
import { storedTables } from '../archive/stored-tables.ts'
import { type Edits, editTables } from '../archive/tables.ts'
import type { Audience } from '../domain/lifecycle.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { createPictureLookup } from '../pictures/look-up-picture.ts'
import { type CompressTask, compressHere } from '../publish/compress-files.ts'
import { createMediaDisk } from '../read/media-disk.ts'
import { readSource } from '../read/read-source.ts'
import { createShardRenderer, type RenderShard } from '../shards/render-shard.ts'
import type { RenderedShard, ShardPage, ShardSite } from '../shards/shard.ts'
import { openStore } from '../system/store.ts'
import { type CheckedStory, createStoryCheck } from '../validate/check-stories.ts'

export type CheckTask = {
  /** Absolute. */
  readonly root: string
  readonly data: SiteData
  readonly audience: Audience
  readonly files: readonly string[]
}

export const checkStories = ({ root, data, audience, files }: CheckTask): readonly CheckedStory[] => {
  const { lookUp } = createPictureLookup(root, audience)
  return files.map(createStoryCheck(data, file => readSource(root, file), lookUp, createMediaDisk(root)))
}

export const compressFiles = (task: CompressTask): void => compressHere(task)

/** What all shards of a run have in common. */
export type Run = {
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

let known: { readonly id: number; readonly render: Promise<RenderShard> } | null = null

export const renderShard = async ({ id, run, pages }: RenderTask): Promise<RenderedShard> => {
  if (known?.id !== id) known = { id, render: begin(run) }
  return (await known.render)(pages)
}

const begin = async (memory: SharedArrayBuffer): Promise<RenderShard> => {
  const { site, store, edits } = deserialize(new Uint8Array(memory)) as Run
  return createShardRenderer(site, editTables(storedTables(await openStore(store)), edits))
}
