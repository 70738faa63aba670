// Story files, each checked by itself: a few here and now, many by the workers.

import type { Audience } from '../../domain/audience.ts'
import type { SiteData } from '../../domain/newsroom.ts'
import type { Problem } from '../../domain/problem.ts'
import { failure, type Result } from '../../domain/result.ts'
import type { LookUpPicture } from '../../pictures/look-up-picture.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { saveMemoryFor } from '../../system/save-memory.ts'
import { slices } from '../../system/slices.ts'
import type { WorkerPool } from '../../system/worker-pool.ts'
import { type CheckedStory, createStoryRules, validateStory } from './validate-story.ts'

export type ValidatedStory = Result<CheckedStory, readonly Problem[]>

export type ValidateStory = (file: string) => ValidatedStory

export const createStoryValidator = (
  data: SiteData,
  read: (file: string) => Result<SourceFile, Problem>,
  lookUpPicture: LookUpPicture,
  disk: MediaDisk,
): ValidateStory => {
  const rules = createStoryRules(data, lookUpPicture, disk)
  return file => {
    const source = read(file)
    return source.ok ? validateStory(source.value, rules) : failure([source.fault])
  }
}

/** Starting the workers costs as much as this many stories. */
const fewStories = 1_000

/** So that nobody waits long for the slowest. */
const storiesInTask = 500

/** Checks all of `files`, by `here` when they are few. */
export const validateStories = async (
  root: string,
  data: SiteData,
  audience: Audience,
  files: readonly string[],
  here: ValidateStory,
  workers: WorkerPool | null,
): Promise<ValidateStory> => {
  if (workers === null || files.length <= fewStories) return here
  saveMemoryFor(files.length)
  const tasks = slices(files, storiesInTask)
  const answers = await Promise.all(
    tasks.map(task =>
      workers.ask<ValidateTask, readonly ValidatedStory[]>('validateStories', {
        root,
        data,
        audience,
        files: task,
      }),
    ),
  )
  const checked = new Map(
    tasks.flatMap((task, at) => task.map((file, index) => [file, answers[at]?.[index]])),
  )
  return file => checked.get(file) ?? here(file)
}

export type ValidateTask = {
  /** Absolute. */
  readonly root: string
  readonly data: SiteData
  readonly audience: Audience
  readonly files: readonly string[]
}
