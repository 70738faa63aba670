import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceIfSame } from '../../src/system/replace-if-same.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-replace-'))
  file = join(folder, 'storm.md')
  writeFileSync(file, 'one')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const replace = (before: string, after: string, to = file) => replaceIfSame({ from: file, to, before, after })
const text = (path = file) => readFileSync(path, 'utf8')

test('a file that is still what was read is replaced, and keeps its mode', () => {
  chmodSync(file, 0o664)
  expect(replace('one', 'two')).toBe(true)
  expect(text()).toBe('two')
  expect(statSync(file).mode & 0o777).toBe(0o664)
})

test('one that somebody else changed stays as it is', () => {
  expect(replace('zero', 'two')).toBe(false)
  expect(text()).toBe('one')
  expect(existsSync(`${file}.dateline-new`)).toBe(false)
})

test('while somebody else is writing it nothing is written; what a killed run left does not count', () => {
  const scratch = `${file}.dateline-new`
  writeFileSync(scratch, 'theirs')
  expect(replace('one', 'two')).toBe(false)
  expect([text(), text(scratch)]).toEqual(['one', 'theirs'])
  utimesSync(scratch, new Date(0), new Date(0))
  expect(replace('one', 'two')).toBe(true)
  expect(text()).toBe('two')
})

test('under another name the old one goes', () => {
  const to = join(folder, 'gale.md')
  expect(replace('one', 'two', to)).toBe(true)
  expect([existsSync(file), text(to)]).toEqual([false, 'two'])
})
