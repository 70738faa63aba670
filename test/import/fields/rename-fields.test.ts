import { expect, it } from 'vitest'
import { readFields } from '../../../src/import/fields/read-fields.ts'
import { renameFields } from '../../../src/import/fields/rename-fields.ts'

const rename = (fields: Record<string, unknown>, ...names: [string, string][]) =>
  readFields(renameFields(new Map(Object.entries(fields)), new Map(names))).take('tags')

it('a field comes under the name that the command states, and lists are joined', () => {
  expect(rename({ Topics: ['Boats'] }, ['topics', 'tags'])).toEqual(['Boats'])
  expect(rename({ topics: ['Boats'], tags: 'a, b' }, ['topics', 'tags'])).toEqual(['a', 'b', 'Boats'])
  expect(rename({ tags: ['a'] }, ['topics', 'tags'])).toEqual(['a'])
  expect(rename({ tags: ['a'] }, ['tags', 'Tags'])).toEqual(['a'])
})
