import { describe, expect, test } from 'vitest'
import { readOtherData, readOtherJson } from '../../src/read/read-other-data.ts'

test('data of the newsroom’s own is what it says', () => {
  expect(readOtherJson('{ "a": [1] }', './_data/x.json')).toEqual({ a: [1] })
  expect(readOtherJson('', './_data/x.json')).toEqual({})
  expect(readOtherData('a: [1]', './_data/x.yaml')).toEqual({ a: [1] })
})

describe('a fault in it is named in one line with its place:', () => {
  test.each([
    ['{ "a": 1,}', 1, 10],
    ['{\n  "a": 1\n  "b": 2\n}\n', 3, 3],
    ['{\n  "a": "one', 2, 11],
    ['junk{', 1, 1],
    ['{', 1, 1],
    ['{ "a": tru, "b": 1 }', 1, 11],
    [`{ "a": "${'long '.repeat(99)}" "b": 1 }`, 1, 506],
  ])('JSON, %j', (text, line, column) => {
    expect(() => readOtherJson(text, './_data/x.json')).toThrow(
      new RegExp(`^_data/x\\.json:${line}:${column} this is not JSON from here on; put names`),
    )
  })

  test('YAML', () =>
    expect(() => readOtherData('a: [1', './_data/x.yaml')).toThrow(/^_data\/x\.yaml:1:\d+ [^\n]+$/))
})
