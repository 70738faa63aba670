import { expect, test } from 'vitest'
import { createFindInSource } from '../../src/check/find-in-source.ts'

const head = '---\ntitle: Read\nsource: /read/\nmore: >\n  /folded/\n---\n'

const find = (body: string, words: readonly string[]) =>
  words
    .map(createFindInSource({ file: 'a.md', text: `${head}${body}`, bodyStart: head.length }))
    .map(at => at && `${at.line}:${at.column}`)

const missing = Array.from({ length: 30_000 }, (_, n) => `/missing-${n}/`)
const links = missing.map(address => `[more](${address})`).join('\n')
const places = missing.map((_, n) => `${7 + n}:8`)

test('words stand where the story has them in its text or its fields, in each spelling, and the same words in one place', () => {
  const body = '[a](/one/) [b](/größe/) [c](/one/two/) [d](/q&amp;a/)'
  expect(
    find(body, ['/gr%C3%B6%C3%9Fe/', '/one/', '/q&a/', '/one/', '/read/', '/folded/', '/elsewhere/', '']),
  ).toEqual(['7:16', '7:5', '7:44', '7:5', '3:9', '5:3', null, null])
})

test('a story of very many faults is not searched from its beginning for each', () => {
  expect(find(links, missing)).toEqual(places)
})

test('faults that are in no order are searched for until that takes too long', () => {
  const found = find(links, missing.toReversed()).toReversed()
  expect(found.at(-1)).toBe(places.at(-1))
  expect(found[0]).toBeNull()
  expect(found.every((at, n) => at === null || at === places[n])).toBe(true)
})
