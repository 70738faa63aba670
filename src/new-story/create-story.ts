// Writes a new story's file, and never over one that is there.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failure, type Result } from '../domain/result.ts'
import { createMediaDisk } from '../read/media-disk.ts'
import { readNewsroomFiles } from '../read/read-newsroom-files.ts'
import { readPicture } from '../read/read-picture.ts'
import { namingFile } from '../system/explain-disk-fault.ts'
import { alreadyThere, type NewStory, planStory, type Refusal, type StoryRequest } from './plan-story.ts'

export const createStory = (root: string, request: StoryRequest): Result<NewStory, Refusal> => {
  // Only addresses are compared here: what is in the pictures of other stories does not matter.
  const lookUp = (picture: string) => ({
    isOpaque: false,
    pixels: null,
    ...readPicture(join(root, picture), picture),
  })
  const planned = planStory(request, readNewsroomFiles(root), lookUp, createMediaDisk(root))
  if (!planned.ok) return planned
  const { file, text } = planned.value
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      // Half a story would stop the next build.
      rmSync(path, { force: true })
      throw namingFile(error, path)
    }
    return failure({ kind: 'site', message: alreadyThere(file) })
  }
  return planned
}
