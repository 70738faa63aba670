import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  exists,
  isFile,
  listFiles,
  readBytes,
  readText,
  replaceFile,
  walk,
  writeFile,
} from '../../src/system/files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-files-'))
})
afterEach(() => rmSync(root, { recursive: true }))
const put = (file: string, content: string | Uint8Array = 'x') => writeFile(join(root, file), content)

test('files are listed from all folders, in the order of their names and not of the disk', () => {
  for (const file of ['b/z.md', 'b/a.md', 'b/Z.md', 'b/1/x.md', 'b/1.md', 'c.md', 'b/ü.md']) put(file)
  expect(listFiles(root, 'b')).toEqual(['b/1.md', 'b/1/x.md', 'b/Z.md', 'b/a.md', 'b/z.md', 'b/ü.md'])
})

test('a folder that is not there has no files', () => expect(listFiles(root, 'nowhere')).toEqual([]))

test('an empty folder has no files', () => {
  mkdirSync(join(root, 'empty/deeper'), { recursive: true })
  expect(listFiles(root, 'empty')).toEqual([])
})

test('links to files and folders are told apart, and never followed', () => {
  put('there/a.md')
  put('b/b.md')
  symlinkSync(join(root, 'there'), join(root, 'b/linked'))
  symlinkSync(join(root, 'there/a.md'), join(root, 'b/c.md'))
  expect(walk(root, 'b')).toEqual({ files: ['b/b.md'], links: ['b/c.md', 'b/linked'] })
})

test('a link to nowhere, as editors leave beside an open file, is no file', () => {
  put('b/storm.md')
  symlinkSync('desk@host.4711:1700000000', join(root, 'b/.#storm.md'))
  expect(listFiles(root, 'b')).toEqual(['b/storm.md'])
})

test.each([
  ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n'],
  ['line ends of old Macs', 'a\rb', 'a\nb'],
  ['a byte order mark', '\ufeffa', 'a'],
  ['a byte order mark before Windows lines', '\ufeff---\r\n', '---\n'],
  ['text as it is', '🛳️ हिंदी\n\t', '🛳️ हिंदी\n\t'],
  ['nothing', '', ''],
])('%s', (_what, written, read) => {
  put('a.md', written)
  expect(readText(join(root, 'a.md'))).toBe(read)
})

test.each([
  ['Latin-1', Buffer.from('Köln', 'latin1')],
  ['UTF-16', Buffer.from('\ufeffKöln', 'utf16le')],
  ['half a character', Buffer.from('ü').subarray(0, 1)],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
])('%s is no text', (_what, bytes) => {
  put('a.md', bytes)
  expect(readText(join(root, 'a.md'))).toBeNull()
  expect(readBytes(join(root, 'a.md'))).toEqual(bytes)
})

test('a file that is not there is no text that is null, but a fault of the program', () => {
  expect(() => readText(join(root, 'nowhere.md'))).toThrow('ENOENT')
  expect(exists(join(root, 'nowhere.md'))).toBe(false)
})

test('nothing has a name that is too long for the disk, or stands below a file', () => {
  put('a.md', 'a')
  for (const path of ['a.md/b', 'x'.repeat(5000), `${'x'.repeat(300)}/y`]) {
    expect(exists(join(root, path))).toBe(false)
    expect(isFile(join(root, path))).toBe(false)
  }
})

test('any text that was written is read back, its line ends as LF', () => {
  const text = fc.string({ unit: 'grapheme' }).filter(some => !some.startsWith('\ufeff'))
  const property = fc.property(text, some => {
    put('deep/er/a.md', some)
    expect(readText(join(root, 'deep/er/a.md'))).toBe(some.replace(/\r\n?/g, '\n'))
  })
  fc.assert(property, { numRuns: 50 })
})

test('a replaced file is the new one, and nothing is left beside it', () => {
  writeFileSync(join(root, 'a.html'), 'old')
  replaceFile(join(root, 'a.html'), 'new')
  replaceFile(join(root, 'new/b.html'), 'b')
  expect(readText(join(root, 'a.html'))).toBe('new')
  expect(readdirSync(root).sort()).toEqual(['a.html', 'new'])
})
