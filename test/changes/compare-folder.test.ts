import { spawnSync } from 'node:child_process'
import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileMark } from '../../src/store/file-mark.ts'
import { type ChangingSite, createChangingSite } from './changing-site.ts'

const storm = 'content/stories/2024/10/19/storm.md'
const ferry = 'content/stories/2024/10/19/ferry.md'
let site: ChangingSite
beforeEach(() => {
  site = createChangingSite()
})
afterEach(() => site.dispose())
const markOf = (file: string) =>
  site.rows.get(file.slice(0, file.lastIndexOf('/')))?.[file.split('/').pop() ?? '']

/** A text of the same size and time takes its place. */
const copyWith = (...command: readonly [string, ...string[]]) => {
  writeFileSync(site.at('README.md'), 'rain')
  site.touch('README.md', 1000)
  const [program, ...flags] = command
  expect(spawnSync(program, [...flags, site.at('README.md'), site.at(storm)]).status).toBe(0)
}

/** Waits until the disk gives new changes another time. */
const untilLater = async (file: string) => {
  const { ctimeMs } = statSync(site.at(file))
  do {
    await new Promise(resolve => setTimeout(resolve, 2))
    writeFileSync(site.at('README.md'), 'no input')
  } while (statSync(site.at('README.md')).ctimeMs <= ctimeMs)
}

test('a file that looks as it did at the last publish is not read', async () => {
  site.write({ [storm]: 'wind' })
  await site.publish()
  const { ctimeMs, ino } = statSync(site.at(storm))
  const [row] = site.rows.values()
  expect(row?.['storm.md']).toMatchObject({ ctime: ctimeMs, inode: ino })
  site.rows.set('content/stories/2024/10/19', {
    'storm.md': { ...(row?.['storm.md'] as FileMark), digest: 'of other words' },
  })
  expect((await site.find()).changes).toEqual([])
})

test.each<[string, () => void]>([
  ['written over in place', () => writeFileSync(site.at(storm), 'rain')],
  [
    'saved beside and renamed, as editors do',
    () => {
      site.write({ 'notes.md': 'rain' })
      site.touch('notes.md', 1000)
      site.move('notes.md', storm)
    },
  ],
  [
    'deleted and written anew',
    () => {
      site.remove(storm)
      site.write({ [storm]: 'rain' })
    },
  ],
  [
    'moved to the place of another, with its own time',
    () => {
      site.write({ [ferry]: 'rain' })
      site.touch(ferry, 1000)
      site.move(ferry, storm)
    },
  ],
  ['copied with its times (cp -p)', () => copyWith('cp', '-p')],
])('a file of the same size and time is edited when it was %s', async (_how, change) => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish()
  await untilLater(storm)
  change()
  site.touch(storm, 1000)
  expect(statSync(site.at(storm))).toMatchObject({ size: 4, mtimeMs: 1_000_000 })
  const found = await site.publish()
  expect(found.changes).toEqual([{ file: storm, kind: 'edited' }])
  expect((await site.find()).marks.size).toBe(0)
})

test('a change in the very moment of the look is found by the next', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 1000)
  await site.publish({ present: Date.now() })
  expect(markOf(storm)?.mtime).toBe(0)
  // Nothing shows it but the text: as if the disk had no finer times.
  writeFileSync(site.at(storm), 'rain')
  site.touch(storm, 1000)
  const [row] = site.rows.values()
  const { ctimeMs } = statSync(site.at(storm))
  site.rows.set('content/stories/2024/10/19', {
    'storm.md': { ...(row?.['storm.md'] as FileMark), ctime: ctimeMs },
  })
  expect((await site.find({ present: Date.now() })).changes).toEqual([{ file: storm, kind: 'edited' }])
})

test('a chmod is no edit, and the file is read once for it', async () => {
  site.write({ [storm]: 'wind' })
  await site.publish()
  await untilLater(storm)
  chmodSync(site.at(storm), 0o600)
  const found = await site.publish()
  expect([found.changes, found.marks.size]).toEqual([[], 1])
  expect((await site.find()).marks.size).toBe(0)
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
  ['a second ago', 1000],
  ['in the future', -100_000],
])('the time of a file that was saved %s is not trusted', async (_when, age) => {
  site.write({ [storm]: 'wind' })
  const present = statSync(site.at(storm)).ctimeMs + age
  await site.publish({ present })
  expect(markOf(storm)?.mtime).toBe(0)
  // Nothing is new about it the next time.
  expect((await site.find({ present })).marks.size).toBe(0)
})

test('a time that was not trusted is trusted once it is old enough', async () => {
  site.write({ [storm]: 'wind' })
  const { mtimeMs, ctimeMs } = statSync(site.at(storm))
  const saved = Math.max(mtimeMs, ctimeMs)
  await site.publish({ present: saved + 1999 })
  expect(markOf(storm)?.mtime).toBe(0)
  const later = await site.publish({ present: saved + 2000 })
  expect(later.changes).toEqual([])
  expect(markOf(storm)?.mtime).toBe(mtimeMs)
})

test('a file as old as 1970 is read each time, as some archives give that to all', async () => {
  site.write({ [storm]: 'wind' })
  site.touch(storm, 0)
  await site.publish()
  site.write({ [storm]: 'rain' })
  site.touch(storm, 0)
  expect((await site.find()).changes).toEqual([{ file: storm, kind: 'edited' }])
})

test('a file whose name is in an old encoding is not left out without a word', async () => {
  site.write({ [storm]: 'wind', 'content/static/odd-\ufffd.txt': 'its name holds the mark itself' })
  const name = Buffer.concat([
    Buffer.from(site.at('content/static/caf')),
    Buffer.of(0xe9),
    Buffer.from('.txt'),
  ])
  await site.publish()
  writeFileSync(name, 'menu')
  // Some systems take no such name.
  await expect(site.find()).rejects.toThrow(
    'cannot read “caf\ufffd.txt” in content/static: the letters of its name',
  )
})
