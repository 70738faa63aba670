// Whom a build waits for, and whom it does not.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LockTaken, takeLock } from '../../src/store/lock.ts'
import { announceLockOf, searchLockOf, takeBuildLock } from '../../src/store/take-build-lock.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-lock-'))
})
afterEach(() => rmSync(state, { recursive: true }))

const briefly = 120
const whoever = (name: string) => writeFileSync(join(state, 'lock/holder'), name)

test.each([
  ['makes the search index', searchLockOf],
  ['announces', announceLockOf],
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
  const announcing = await takeLock(announceLockOf(state))
  const other = await takeLock(join(state, 'lock'))
  whoever('process 1 on another machine')
  await expect(takeBuildLock(state)).rejects.toThrow(LockTaken)
  await other.release()
  await announcing.release()
})

test('who has just come in, and not said yet who it is, may be one that is waited for', async () => {
  const announcing = await takeLock(announceLockOf(state))
  const moment = await takeLock(join(state, 'lock'))
  // Of the build before.
  whoever('process 1 on another machine')
  const build = takeBuildLock(state)
  await sleep(10)
  await moment.release()
  await (await build).release()
  await announcing.release()
})
