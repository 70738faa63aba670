import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOfName } from '../../src/domain/slug.ts'

test.each([
  ['Asha Rao', 'asha-rao'],
  ['José Núñez', 'jose-nunez'],
  ["O'Neil-Smith", 'o-neil-smith'],
  ['  Prof. Dr.  A. B. ', 'prof-dr-a-b'],
  ['İstanbul', 'istanbul'],
  ['आशा राव', 'आशा-राव'],
  ['हिंदी', 'हिंदी'],
  ['서울', '서울'],
  ['\u03aa\u0301', '\u0390'],
  ['Łódź', 'łodz'],
  ['２０２４', '2024'],
  ['🛳️ Harbour', 'harbour'],
  ['../../etc', 'etc'],
  ['', ''],
  ['!!!', ''],
])('“%s” stands in an address as “%s”', (name, slug) => expect(slugOfName(name)).toBe(slug))

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test('any name becomes one word of letters, digits and single hyphens', () => {
  const property = fc.property(anyText, name => {
    expect(slugOfName(name)).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u)
  })
  fc.assert(property, { numRuns: 2000 })
})

test('the word of a word is itself', () => {
  const property = fc.property(anyText, name => {
    expect(slugOfName(slugOfName(name))).toBe(slugOfName(name))
  })
  fc.assert(property, { numRuns: 2000 })
})

test('letter case and the way accents are stored make no difference', () => {
  const letters = fc.stringMatching(/^[a-zéüñçøå ]{1,12}$/)
  const property = fc.property(letters, name => {
    expect(slugOfName(name.toUpperCase())).toBe(slugOfName(name))
    expect(slugOfName(name.normalize('NFD'))).toBe(slugOfName(name.normalize('NFC')))
  })
  fc.assert(property)
})
