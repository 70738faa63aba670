import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/system/lock.ts'

let folder: string
const lock = () => join(folder, 'state/lock')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('while one works, another is told whose work it must wait for', () => {
  const mine = takeLock(lock())
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid))
  expect(() => takeLock(lock())).toThrow(`process ${process.pid}`)
  mine.release()
  expect(readdirSync(join(folder, 'state'))).toEqual([])
  takeLock(lock()).release()
})

test('a lock that somebody took away is not held any more, and what stands in its place is left alone', () => {
  const mine = takeLock(lock())
  expect(mine.isHeld()).toBe(true)
  rmSync(join(folder, 'state'), { recursive: true })
  expect(mine.isHeld()).toBe(false)
  takeLock(lock()).release()
  writeFileSync(lock(), String(process.ppid))
  expect(mine.isHeld()).toBe(false)
  mine.release()
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.ppid))
})

test.each(['999999999', '', 'noise', '0', '-1'])('a lock left behind (%j) is taken over', left => {
  takeLock(lock()).release()
  writeFileSync(lock(), left)
  takeLock(lock()).release()
  expect(readdirSync(join(folder, 'state'))).toEqual([])
})
