import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainDiskFault } from '../../src/system/explain-disk-fault.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-disk-'))
  writeFileSync(join(root, 'file'), '')
})
afterEach(() => rmSync(root, { recursive: true }))

const told = (work: () => unknown): string | null => {
  try {
    work()
  } catch (error) {
    return explainDiskFault(error as Error, root)
  }
  throw new Error('it worked')
}

test('a fault of the disk says where it is and what to do', () => {
  expect(told(() => readFileSync(join(root, 'file/in')))).toBe(
    'cannot open file/in: there is a file where a folder should be; move the file away, or rename it',
  )
  expect(told(() => readdirSync(join(root, 'gone')))).toBe(
    'cannot read gone: it is not there; if another program removed it meanwhile, run it again',
  )
  expect(told(() => writeFileSync(join(root, 'x'.repeat(300)), ''))).toMatch(
    /^cannot open x+: the name is too long for the disk; shorten the name/,
  )
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  })
  expect(explainDiskFault(full, root)).toBe(
    'cannot write a file: the disk is full; free some space, then run it again',
  )
})

test('what is no fault of the disk keeps its words', () => {
  expect(explainDiskFault(new Error('no'), root)).toBeNull()
  expect(explainDiskFault(Object.assign(new Error('no'), { code: 'EACCES' }), root)).toBeNull()
})
