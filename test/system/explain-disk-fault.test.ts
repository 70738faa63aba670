import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainDiskFault, isDiskRefusing, namingFile } from '../../src/system/explain-disk-fault.ts'

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

test.each([
  [
    'of the database',
    'IO error: /site/.dateline/lock/LOG: No space left on device',
    'cannot write .dateline/lock/LOG: the disk is full; free some space, then run it again',
  ],
  [
    'of the database, of files',
    'IO error: /site/.dateline/store-a/000005.ldb: Too many open files',
    'cannot write .dateline/store-a/000005.ldb: too many files are open; allow more, with ulimit -n 4096, then run it again',
  ],
  [
    'from another thread',
    "EDQUOT: disk quota exceeded, write '/site/.dateline/staging/index.html'",
    'cannot write .dateline/staging/index.html: your share of the disk is used up; free some space, then run it again',
  ],
])('a fault %s is told by its words alone', (_where, words, said) => {
  const error = new Error(words)
  expect([explainDiskFault(error, '/site'), isDiskRefusing(error)]).toEqual([said, true])
})

test.each([
  [
    { code: 'ENOSPC', syscall: 'copyfile', path: '/site/a.jpg', dest: '/site/_site/a.jpg' },
    'cannot write _site/a.jpg',
  ],
  [
    { code: 'EACCES', syscall: 'copyfile', path: '/site/a.jpg', dest: '/site/_site/a.jpg' },
    'cannot write a.jpg',
  ],
  [
    { code: 'ENOSPC', syscall: 'watch', path: '/site/content' },
    'cannot watch content: the machine watches too many',
  ],
])('%j is told of the file that it is about', (facts, said) => {
  expect(explainDiskFault(Object.assign(new Error('no'), facts), '/site')).toContain(said)
})

test('a fault in the midst of writing names its file, once', () => {
  const fault = () =>
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  const named = namingFile(namingFile(fault(), '/site/a'), '/site/b') as Error
  expect(named.message).toBe("ENOSPC: no space left on device, write '/site/a'")
  expect(namingFile('no', '/site/a')).toBe('no')
})

test.each(['IO error: /x/1.ldb: Input/output error', 'Corruption: 1 missing files', 'no'])(
  '“%s” may be damage: the disk does not refuse',
  words => expect(isDiskRefusing(new Error(words))).toBe(false),
)

test('what is no fault of the disk keeps its words', () => {
  expect(explainDiskFault(new Error('no'), root)).toBeNull()
  expect(explainDiskFault(Object.assign(new Error('no'), { code: 'EACCES' }), root)).toBeNull()
})
