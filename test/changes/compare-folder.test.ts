import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ChangingSite, createChangingSite } from './changing-site.ts'

const storm = 'content/stories/2024/10/19/storm.md'
let site: ChangingSite
beforeEach(() => {
  site = createChangingSite()
})
afterEach(() => site.dispose())
const markOf = (file: string) =>
  site.rows.get(file.slice(0, file.lastIndexOf('/')))?.[file.split('/').pop() ?? '']

test('a file with the size and the time of the last publish is not read', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish()
  site.write({ [storm]: 'rain' })
  site.touch(storm, 1000)
  expect((await site.find()).changes).toEqual([])
})

test('a file of another size is edited, whatever its time', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish()
  site.write({ [storm]: 'winds' })
  site.touch(storm, 1000)
  expect((await site.find()).changes).toEqual([{ file: storm, kind: 'edited' }])
})

test('a file of an older time is edited too: a copy was put back', async () => {
  site.write({ [storm]: 'wind' })
  await site.publish()
  site.write({ [storm]: 'rain' })
  site.touch(storm, 1000)
  expect((await site.find()).changes).toEqual([{ file: storm, kind: 'edited' }])
})

test('a file that was saved again as it is has not changed, and is not read twice for it', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish()
  site.touch(storm, 2000)
  const found = await site.publish()
  expect(found.changes).toEqual([])
  expect([...found.marks.keys()]).toEqual(['content/stories/2024/10/19'])
  expect(markOf(storm)?.mtime).toBe(2_000_000)
  expect((await site.find()).marks.size).toBe(0)
})

test('the time is kept with its fraction', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000.0625)
  await site.publish()
  expect(markOf(storm)?.mtime).toBe(statSync(site.at(storm)).mtimeMs)
  expect((await site.find()).marks.size).toBe(0)
})

test.each([
  ['a second ago', 1_001_000],
  ['in the future', 900_000],
])('the time of a file that was saved %s is not trusted', async (_when, present) => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish({ present })
  expect(markOf(storm)?.mtime).toBe(0)
  // Nothing is new about it the next time.
  expect((await site.find({ present })).marks.size).toBe(0)
  site.write({ [storm]: 'rain' })
  site.touch(storm, 1000)
  expect((await site.find({ present })).changes).toEqual([{ file: storm, kind: 'edited' }])
})

test('a time that was not trusted is trusted once it is old enough', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish({ present: 1_001_999 })
  const later = await site.publish({ present: 1_002_000 })
  expect(later.changes).toEqual([])
  expect(markOf(storm)?.mtime).toBe(1_000_000)
})

test('a file as old as 1970 is read each time, as some archives give that to all', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 0)
  await site.publish()
  site.write({ [storm]: 'rain' })
  site.touch(storm, 0)
  expect((await site.find()).changes).toEqual([{ file: storm, kind: 'edited' }])
})
