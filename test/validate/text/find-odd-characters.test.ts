import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasRareCharacter,
  openDirection,
  refusedCharacters,
} from '../../../src/validate/text/find-odd-characters.ts'

test.each([
  ...['\0', '\b', '\v', '\f', '\x1b', '\x7f', '\x85', '\x9f', '\ufdd0', '\ufdef', '\ufffe', '\uffff'],
  ...['\u{1fffe}', '\u{10ffff}', '\ud800', '\udfff'],
])('%j is shown by no page', character => {
  expect(refusedCharacters(`a${character}b`)).toEqual([{ character, at: 1 }])
})

test('tabs, line ends, soft hyphens, joiners, marks of a letter’s direction and emoji are characters', () => {
  expect(
    refusedCharacters('\t\n\r\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\ufeff\ufffd😀👩‍🚀'),
  ).toEqual([])
})

describe('marks of direction', () => {
  test.each([
    ['an embedding', '\u202bא\u202c'],
    ['an override', '\u202eabc\u202c'],
    ['an isolate', '\u2067א\u2069'],
    ['one in another', '\u2067a \u202db\u202c c\u2069'],
    ['an isolate ends what was opened in it', '\u2067a \u202db c\u2069'],
    ['the same twice', '\u202ba \u202bb\u202c\u202c'],
    ['none', 'abc \u200fא'],
  ])('%s is closed', (_what, text) => expect(openDirection(text)).toBeNull())

  test.each([
    ['an embedding', 'a \u202bא', '\u202b'],
    ['an override', '\u202eabc', '\u202e'],
    ['an isolate', '\u2068abc', '\u2068'],
    ['the outer of two', '\u202ba \u202db\u202c', '\u202b'],
    ['by the other end', '\u2067a\u202c\u2069', '\u202c'],
    ['an end of nothing', 'a\u202c', '\u202c'],
    ['an end of no isolate', '\u202ba\u2069\u202c', '\u2069'],
    ['after one that is closed', '\u2067a\u2069 \u2067b', '\u2067'],
  ])('%s is not', (_what, text, mark) => expect(openDirection(text)).toBe(mark))
})

test('no text is passed over that has such a character', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), text => {
    if (refusedCharacters(text).length > 0 || openDirection(text) !== null)
      expect(hasRareCharacter(text)).toBe(true)
  })
  fc.assert(property, { numRuns: 5_000 })
})
