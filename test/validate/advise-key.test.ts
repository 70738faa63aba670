import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviseKey, adviseKeys } from '../../src/validate/advise-key.ts'
import { isKey } from '../../src/validate/fields.ts'

test.each([
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['F#', 'f-sharp'],
  ['.NET', 'dot-net'],
  ['Node.js', 'node-js'],
  ['R&D', 'r-and-d'],
  ['50%', '50-percent'],
  ['LGBTQ+', 'lgbtq-plus'],
  ['#MeToo', 'metoo'],
  ['North Korea', 'north-korea'],
  ['Élysée', 'elysee'],
  ['nato-', 'nato'],
  ["O'Neil / Smith (jr.)", 'o-neil-smith-jr'],
  ['1.10', '1-10'],
  ['content/stories/2024/10/24/storm.md', 'storm'],
  ['storm.md', 'storm'],
  ['/world/2024/10/24/storm/', 'storm'],
  ['https://bulletin.example/world/2024/10/24/storm/', 'storm'],
])('the topic %s is advised to be %s', (written, key) => expect(adviseKey(written, isKey)).toBe(key))

test.each(['C*', 'A<B', '@home', 'R = 2', '$100', '🚢 Harbour', 'Ελλάδα news', 'Łódź news ł', '!', ''])(
  'for %j nothing is advised, as a part of it would be lost',
  written => expect(adviseKey(written, isKey)).toBeNull(),
)

test.each([
  ['ferries, Harbour works', 'write them one by one, with a comma between them: ferries, harbour-works'],
  ['فيضانات, news', null],
  ['O’Neil', null],
  ['ferries,', null],
])('a list that quotation marks keep together, %j, is to be taken apart', (written, hint) =>
  expect(adviseKeys(written, isKey)).toBe(hint),
)

test('what differs in its signs is not made one topic', () => {
  const sign = fc.constantFrom('', '+', '++', '#', '*', '&', '%', '=', '<', '@', '~')
  const property = fc.property(fc.constantFrom('c', 'f1', 'nato'), sign, sign, (word, one, other) => {
    const [first, second] = [adviseKey(word + one, isKey), adviseKey(word + other, isKey)]
    expect(first !== null && first === second).toBe(one === other && first !== null)
  })
  fc.assert(property)
})
