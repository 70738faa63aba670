// Writes a new story's file, and never over one that is there.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failure, type Result } from '../domain/result.ts'
import { readNewsroomFiles } from '../read/read-newsroom-files.ts'
import { readPictureSize } from '../read/read-picture-size.ts'
import { alreadyThere, type NewStory, type Order, planStory, type Refusal } from './plan-story.ts'

export const createStory = (root: string, order: Order): Result<NewStory, Refusal> => {
  const planned = planStory(order, readNewsroomFiles(root), file => readPictureSize(join(root, file)))
  if (!planned.ok) return planned
  const { file, text } = planned.value
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return failure({ kind: 'site', message: alreadyThere(file) })
  }
  return planned
}
