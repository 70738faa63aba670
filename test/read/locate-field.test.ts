import { expect, test } from 'vitest'
import { locateField } from '../../src/read/locate-field.ts'
import { storyText } from '../rig/site-data.ts'

const source = { file: 'a.md', text: storyText({ slug: 'storm', aliases: '[/one/, /two/]' }) }

test.each([
  ['a field', 'slug', undefined, '6:7'],
  ['an entry of a list', 'aliases', '/two/', '7:18'],
  ['a list of which no entry is meant', 'aliases', '/three/', '7:10'],
  ['a field that is not there, as the file', 'series', undefined, '1:1'],
])('%s is located', (_, name, meant, at) => {
  const { line, column } = locateField(source, name, value => value === meant)
  expect(`${line}:${column}`).toBe(at)
})
