import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWrongByte } from '../../src/read/find-wrong-byte.ts'

const placeIn = (bytes: Uint8Array) => {
  const { line, column, text } = findWrongByte('a.md', bytes)
  return { at: `${line}:${column}`, text }
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const after = (before: string, rest: string) => Buffer.concat([Buffer.from(before), latin1(rest)])

test.each([
  ['a letter of Windows', latin1('---\ntitle: Café \x93now\x94\n'), '2:11', 'title: Café “now”'],
  ['one behind letters that are right', after('Größe\r\nÀ ', 'caf\xe9s\n'), '2:6', 'À cafés'],
  ['half a letter at the end', Buffer.from('ab Ł').subarray(0, 4), '1:4', 'ab Å'],
  ['behind a byte order mark', after('\ufeffa\n', '\xe9'), '2:1', 'é'],
  ['UTF-16, from its beginning', Buffer.from('abc', 'utf16le'), '1:1', ''],
])('%s is marked, with what surrounds it', (_, bytes, at, text) => {
  expect(placeIn(bytes)).toEqual({ at, text })
})

test('whatever is right before it', () => {
  const property = fc.property(fc.string({ unit: 'grapheme' }), before => {
    const lines = before.split(/\r\n?|\n/)
    const { line, column } = findWrongByte('a.md', after(`-${before}`, '\xff rest'))
    const start = lines.length === 1 ? 2 : 1
    if (!before.includes('\0'))
      expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? '').length + start])
  })
  fc.assert(property)
})
