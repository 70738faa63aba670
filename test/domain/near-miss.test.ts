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

test('where nothing is known, nothing is near', () => expect(nearMiss('world', [])).toBeNull())

test('whatever word is near is one of the known', () => {
  const property = fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (word, known) => {
    const answer = nearMiss(word, known)
    if (answer !== null) expect(known.map(some => `did you mean “${some}”?`)).toContain(answer)
  })
  fc.assert(property)
})
