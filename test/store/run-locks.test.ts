// A build waits for runs that index or announce, not for another build; those wait for any build.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LockTaken, takeLock } from '../../src/store/lock.ts'
import {
  announceLockFolder,
  searchLockFolder,
  takeBuildLock,
  takeLockIfFree,
  whenUnlocked,
} from '../../src/store/run-locks.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-lock-'))
})
afterEach(() => rmSync(state, { recursive: true }))

const briefly = 120
const whoever = (name: string) => writeFileSync(join(state, 'lock/holder'), name)

test.each([
  ['makes the search index', searchLockFolder],
  ['announces', announceLockFolder],
])('a run that %s comes in for moments, and is waited for', async (_what, lockOf) => {
  const all = await takeLock(lockOf(state))
  const moment = await takeLock(join(state, 'lock'))
  const build = takeBuildLock(state)
  await sleep(briefly)
  await moment.release()
  await (await build).release()
  await all.release()
})

test('another build is not', async () => {
  const announcing = await takeLock(announceLockFolder(state))
  const other = await takeLock(join(state, 'lock'))
  whoever('process 1 on another machine')
  await expect(takeBuildLock(state)).rejects.toThrow(LockTaken)
  await other.release()
  await announcing.release()
})

test('who has just come in, and not said yet who it is, may be one that is waited for', async () => {
  const announcing = await takeLock(announceLockFolder(state))
  const moment = await takeLock(join(state, 'lock'))
  // Of the build before.
  whoever('process 1 on another machine')
  const build = takeBuildLock(state)
  await sleep(10)
  await moment.release()
  await (await build).release()
  await announcing.release()
})

test('a lock that somebody holds is left to them', async () => {
  const lock = await takeLock(join(state, 'lock'))
  expect(await takeLockIfFree(join(state, 'lock'))).toBeNull()
  await lock.release()
  await (await takeLockIfFree(join(state, 'lock')))?.release()
})

test('who has waited long enough gives up, and says what for once', async () => {
  const lock = await takeLock(join(state, 'lock'))
  const said: string[] = []
  const work = whenUnlocked(() => takeLock(join(state, 'lock')), {
    seconds: 0.3,
    onWait: ({ holder }) => said.push(holder),
  })
  await expect(work).rejects.toThrow(LockTaken)
  expect(said).toEqual([expect.stringMatching(/^process \d+ on /)])
  await lock.release()
})

test('work that needs it is tried until it is free', async () => {
  const lock = await takeLock(join(state, 'lock'))
  let tries = 0
  const work = whenUnlocked(async () => {
    tries += 1
    // The second time it is found to be taken, its holder lets go.
    if (tries === 2) await lock.release()
    const mine = await takeLock(join(state, 'lock'))
    await mine.release()
    return 'done'
  })
  expect(await work).toBe('done')
  expect(tries).toBe(2)
})

test('work that fails for another reason is not tried again', async () => {
  let tries = 0
  const work = whenUnlocked(() => {
    tries += 1
    return Promise.reject(new Error('the disk is full'))
  })
  await expect(work).rejects.toThrow('the disk is full')
  expect(tries).toBe(1)
})
