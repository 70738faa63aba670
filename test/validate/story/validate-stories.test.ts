import { describe, expect, test } from 'vitest'
import { readers } from '../../../src/domain/audience.ts'
import { success } from '../../../src/domain/result.ts'
import { emptyDisk } from '../../../src/read/media-disk.ts'
import type { WorkerPool } from '../../../src/system/worker-pool.ts'
import {
  createStoryValidator,
  type ValidatedStory,
  type ValidateTask,
  validateStories,
} from '../../../src/validate/story/validate-stories.ts'
import { storyText } from '../../rig/site-data.ts'
import { newsroomOf, noPicture } from '../../rig/small-newsroom.ts'

const { newsroom } = newsroomOf({})
const fileOf = (index: number) => `content/stories/2024/10/24/story-${index}.md`
const files = (count: number) => Array.from({ length: count }, (_, index) => fileOf(index))

/** Each story has its file for a headline, and one of them a slip. */
const here = createStoryValidator(
  newsroom,
  file => {
    const fields = { title: `'About ${file}'`, ...(file === fileOf(1_100) ? { section: 'wrld' } : {}) }
    return success({ file, text: storyText(fields) })
  },
  noPicture,
  emptyDisk,
)

/** As if threads did it: what crosses over is copied. */
const createCrew = () => {
  const tasks: ValidateTask[] = []
  const workers: WorkerPool = {
    size: 2,
    ask: async (name, task) => {
      expect(name).toBe('validateStories')
      const { files } = structuredClone(task) as ValidateTask
      tasks.push(task as ValidateTask)
      return structuredClone(files.map(here)) as never
    },
  }
  return { workers, tasks }
}

const titleOf = (checked: ValidatedStory) => (checked.ok ? checked.value.story.title : checked.fault[0]?.code)

describe('Many stories', () => {
  test('are checked by the workers, in tasks that nobody waits long for; the answers are those of one alone', async () => {
    const { workers, tasks } = createCrew()
    const all = files(1_234)
    const check = await validateStories('/site', newsroom, readers, all, here, workers)
    expect(all.map(check)).toEqual(all.map(here))
    expect(tasks.length).toBeGreaterThan(1)
    expect(tasks.flatMap(task => task.files)).toEqual(all)
    expect(new Set(tasks.map(({ root }) => root))).toEqual(new Set(['/site']))
    expect(titleOf(check(fileOf(1_100)))).toBe('section-unknown')
  })

  test('are checked here when there are no workers', async () => {
    expect(await validateStories('/site', newsroom, readers, files(1_234), here, null)).toBe(here)
  })
})

test('A few stories are checked here: to wake the workers would take longer', async () => {
  const { workers, tasks } = createCrew()
  expect(await validateStories('/site', newsroom, readers, files(20), here, workers)).toBe(here)
  expect(tasks).toEqual([])
})

test('A file that nobody named is checked here', async () => {
  const check = await validateStories('/site', newsroom, readers, files(1_234), here, createCrew().workers)
  expect(titleOf(check(fileOf(5_000)))).toBe(`About ${fileOf(5_000)}`)
})
