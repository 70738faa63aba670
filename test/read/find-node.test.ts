import fc from 'fast-check'
import { dump } from 'js-yaml'
import { expect, test } from 'vitest'
import type { YamlPath } from '../../src/read/find-node.ts'
import { parseYaml } from '../../src/read/parse-yaml.ts'

const yaml = `title: "Storm: day two"
'summary': text
tags: [storm, "harbour"]
image:
  src: harbour.svg
  alt:
corrections:
  - date: 2024-10-24
    text: wrong
  - date: 2024-10-25
empty:
  -
  - last
anchored: &one first
alias: *one
folded: >-
  one
  two
`

const marked = (path: YamlPath, part: 'key' | 'value') => {
  const parsed = parseYaml({ file: 'story.md', text: yaml, start: 0, yaml })
  if (!parsed.ok) throw new Error(parsed.fault.message)
  const { line, column, length, text } = parsed.value.locationOf(path, part)
  return { line, words: text.slice(column - 1, column - 1 + length) }
}

test.each<[YamlPath, number, string, string]>([
  [['title'], 1, 'title', 'Storm: day two'],
  [['summary'], 2, 'summary', 'text'],
  [['tags', 1], 3, 'harbour', 'harbour'],
  [['image', 'src'], 5, 'src', 'harbour.svg'],
  [['corrections', 0, 'text'], 9, 'text', 'wrong'],
  [['corrections', 1, 'date'], 10, 'date', '2024-10-25'],
  [['empty', 1], 13, 'last', 'last'],
  [['anchored'], 14, 'anchored', 'first'],
  [['alias'], 15, 'alias', '*one'],
])('%j stands on line %d', (path, line, key, value) => {
  expect(marked(path, 'key')).toEqual({ line, words: key })
  expect(marked(path, 'value')).toEqual({ line, words: value })
})

test('the value of a key with nothing behind it is the key', () => {
  expect(marked(['image', 'alt'], 'value')).toEqual({ line: 6, words: 'alt' })
})

test('an item with nothing behind its dash is marked at its list', () => {
  expect(marked(['empty', 0], 'key')).toEqual({ line: 11, words: 'empty' })
})

test('where a path ends early, the last node on the way is marked', () => {
  expect(marked(['image', 'credit'], 'key')).toEqual({ line: 4, words: 'image' })
  expect(marked(['alias', 'deeper'], 'key')).toEqual({ line: 15, words: 'alias' })
  expect(marked(['nowhere'], 'key')).toMatchObject({ line: 1 })
})

test('a mark does not run over the end of its line', () => {
  expect(marked(['folded'], 'value').words).not.toContain('\n')
})

test('every value of a mapping is found where it was written', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/)
  const word = fc.stringMatching(/^[a-z]{2,8}$/).filter(some => !['null', 'true', 'false'].includes(some))
  const mapping = fc.dictionary(name, fc.oneof(word, fc.array(word, { minLength: 1 })), { minKeys: 1 })
  const property = fc.property(mapping, fc.constantFrom(-1, 1), (value, flowLevel) => {
    const text = dump(value, { flowLevel })
    const parsed = parseYaml({ file: 'story.md', text, start: 0, yaml: text })
    if (!parsed.ok) throw new Error(parsed.fault.message)
    for (const [key, item] of Object.entries(value)) {
      for (const [index, words] of [item].flat().entries()) {
        const path = Array.isArray(item) ? [key, index] : [key]
        const place = parsed.value.locationOf(path, 'value')
        expect(place.text.slice(place.column - 1, place.column - 1 + place.length)).toBe(words)
      }
    }
  })
  fc.assert(property, { numRuns: 200 })
})
