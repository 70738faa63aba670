import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRebuildQueue } from '../../src/preview/rebuild-queue.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Builds that end when the test says so. */
const createBuilds = () => {
  const builds: { readonly changed: readonly string[]; readonly end: () => void }[] = []
  const run = (changed: readonly string[]) => new Promise<void>(end => builds.push({ changed, end }))
  return { builds, run }
}

const settle = () => vi.advanceTimersByTimeAsync(1_000)

test('Files saved together are built together', async () => {
  const { builds, run } = createBuilds()
  const queue = createRebuildQueue(run)
  for (const file of ['b.md', 'a.md', 'b.md']) queue.add(file)
  await settle()
  expect(builds.map(({ changed }) => changed)).toEqual([['a.md', 'b.md']])
})

test('What is saved during a build leads to one more build, afterwards', async () => {
  const { builds, run } = createBuilds()
  const queue = createRebuildQueue(run)
  queue.add('a.md')
  await settle()
  queue.add('b.md')
  await settle()
  queue.add('c.md')
  await settle()
  expect(builds).toHaveLength(1)
  builds[0]?.end()
  await settle()
  expect(builds.map(({ changed }) => changed)).toEqual([['a.md'], ['b.md', 'c.md']])
  builds[1]?.end()
  await settle()
  expect(builds).toHaveLength(2)
})

test('What is saved during the first build is not lost', async () => {
  const { builds, run } = createBuilds()
  const queue = createRebuildQueue(run)
  const first = queue.start()
  queue.add('a.md')
  await settle()
  builds[0]?.end()
  await first
  await settle()
  expect(builds.map(({ changed }) => changed)).toEqual([[], ['a.md']])
})

test('The clock alone is a reason to build', async () => {
  const { builds, run } = createBuilds()
  createRebuildQueue(run).add(null)
  await settle()
  expect(builds.map(({ changed }) => changed)).toEqual([[]])
})

test('Closing waits for the build under way and begins no other', async () => {
  const { builds, run } = createBuilds()
  const queue = createRebuildQueue(run)
  queue.add('a.md')
  await settle()
  queue.add('b.md')
  await settle()
  let isClosed = false
  const closed = queue.close().then(() => (isClosed = true))
  await settle()
  expect(isClosed).toBe(false)
  builds[0]?.end()
  await closed
  queue.add('c.md')
  await settle()
  expect(builds).toHaveLength(1)
})
