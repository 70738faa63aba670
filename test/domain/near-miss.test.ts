import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearMiss } from '../../src/domain/near-miss.ts'

test.each([
  ['wrld', 'did you mean “world”?'],
  ['WORLD', 'did you mean “world”?'],
  ['sporst', 'did you mean “sport”?'],
  ['weather', null],
  ['', null],
])('“%s” among world and sport: %s', (word, answer) =>
  expect(nearMiss(word, ['world', 'sport'])).toBe(answer),
)

test('among thousands, a word is near that begins alike', () => {
  const known = Array.from({ length: 26 * 26 * 26 }, (_, n) =>
    [n / 676, n / 26, n]
      .map(part => String.fromCharCode(97 + (Math.floor(part) % 26)))
      .join('')
      .concat('-storm'),
  )
  expect(nearMiss('abc-strom', known)).toBe('did you mean “abc-storm”?')
  expect(nearMiss('xyz-weather', known)).toBeNull()
})

test('where nothing is known, nothing is near', () => expect(nearMiss('world', [])).toBeNull())

test('whatever word is near is one of the known', () => {
  const property = fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (word, known) => {
    const answer = nearMiss(word, known)
    if (answer !== null) expect(known.map(some => `did you mean “${some}”?`)).toContain(answer)
  })
  fc.assert(property)
})
