import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/store/lock.ts'
import { takeIfFree, whenFree } from '../../src/store/wait-for-lock.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'dateline-wait-')), 'lock')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

test('a lock that somebody holds is left to them', async () => {
  const lock = await takeLock(folder)
  expect(await takeIfFree(folder)).toBeNull()
  await lock.release()
  await (await takeIfFree(folder))?.release()
})

test('work that needs it is tried until it is free', async () => {
  const lock = await takeLock(folder)
  let tries = 0
  const work = whenFree(async () => {
    tries += 1
    // The second time it is found to be taken, its holder lets go.
    if (tries === 2) await lock.release()
    const mine = await takeLock(folder)
    await mine.release()
    return 'done'
  })
  expect(await work).toBe('done')
  expect(tries).toBe(2)
})

test('work that fails for another reason is not tried again', async () => {
  let tries = 0
  const work = whenFree(() => {
    tries += 1
    return Promise.reject(new Error('the disk is full'))
  })
  await expect(work).rejects.toThrow('the disk is full')
  expect(tries).toBe(1)
})
