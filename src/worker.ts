// The tasks that a worker thread can be asked for by name.

import { deserialize } from 'node:v8'
import { createPictureLookup } from './pictures/look-up-picture.ts'
import { createMediaDisk } from './read/media-disk.ts'
import { readSource } from './read/read-source.ts'
import { createShardRenderer, type RenderShard } from './render/render-shard.ts'
import type { RenderRun, RenderTask } from './render/render-shards.ts'
import type { RenderedShard } from './render/shard.ts'
import { openStore } from './store/store.ts'
import { storedTables } from './store/stored-tables.ts'
import { editTables } from './store/tables.ts'
import {
  createStoryValidator,
  type ValidatedStory,
  type ValidateTask,
} from './validate/story/validate-stories.ts'

export const validateStories = ({ root, data, audience, files }: ValidateTask): readonly ValidatedStory[] => {
  const { lookUp } = createPictureLookup(root, audience)
  return files.map(createStoryValidator(data, file => readSource(root, file), lookUp, createMediaDisk(root)))
}

export { compressSlice } from './publish/compress.ts'

let known: { readonly id: number; readonly render: Promise<RenderShard> } | null = null

export const renderShard = async ({ id, run, pages }: RenderTask): Promise<RenderedShard> => {
  if (known?.id !== id) known = { id, render: begin(run) }
  return (await known.render)(pages)
}

const begin = async (memory: SharedArrayBuffer): Promise<RenderShard> => {
  const { site, store, edits } = deserialize(new Uint8Array(memory)) as RenderRun
  return createShardRenderer(site, editTables(storedTables(await openStore(store)), edits))
}
