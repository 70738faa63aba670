import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../src/system/lock.ts'

let folder: string
const lock = () => join(folder, 'state/lock')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('while one works, another is told whose work it must wait for', async () => {
  const result = await withLock(lock(), async () => {
    expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid))
    await expect(withLock(lock(), async () => 'never')).rejects.toThrow(`process ${process.pid}`)
    return 'done'
  })
  expect(result).toBe('done')
})

test('the lock is gone afterwards, also when the work failed', async () => {
  await expect(
    withLock(lock(), async () => {
      throw new Error('a broken disk')
    }),
  ).rejects.toThrow('a broken disk')
  expect(readdirSync(join(folder, 'state'))).toEqual([])
  expect(await withLock(lock(), async () => 'again')).toBe('again')
})

test.each(['999999999', '', 'noise', '0', '-1'])('a lock left behind (%j) is taken over', async left => {
  await withLock(lock(), async () => {})
  writeFileSync(lock(), left)
  expect(await withLock(lock(), async () => 'done')).toBe('done')
  expect(readdirSync(join(folder, 'state'))).toEqual([])
})
