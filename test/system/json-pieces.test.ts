import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonPieces } from '../../src/system/json-pieces.ts'

it('pieces of JSON are together what JSON.stringify gives', () => {
  const list = fc.array(fc.jsonValue())
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), list)), value => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2))
    }),
  )
})

it('no piece holds more than one item of a list', () => {
  const items = Array.from({ length: 1000 }, (_, number) => ({ file: `post/${number}`, notes: ['a', 'b'] }))
  const longest = Math.max(...[...jsonPieces({ counts: { items: 1000 }, items })].map(({ length }) => length))
  expect(longest).toBeLessThan(2 * JSON.stringify(items[999], null, 2).length)
})
