import { expect, it } from 'vitest'
import { findLanguage } from '../../../src/import/fields/find-language.ts'
import { readFields } from '../../../src/import/fields/read-fields.ts'
import { createNotes } from '../../../src/import/report/note.ts'

it.each([
  ['de', 'en-IN', 'de'],
  ['pt_BR', 'en', 'pt-BR'],
  ['pt_br.UTF-8', 'en', 'pt-BR'],
  ['zh-hans', null, 'zh-Hans'],
  ['en-US', 'en-IN', null],
  ['en', 'en-IN', null],
])('%s on a site in %s is %s', (written, site, expected) => {
  const { notes, addNote } = createNotes()
  expect(findLanguage(readFields(new Map([['lang', written]])), site, addNote)).toBe(expected)
  expect(notes).toEqual([])
})

it('is left out and told of where nobody knows it', () => {
  const { notes, addNote } = createNotes()
  expect(findLanguage(readFields(new Map([['language', 'klingonese']])), 'en', addNote)).toBeNull()
  expect(findLanguage(readFields(new Map([['language', '??']])), 'en', addNote)).toBeNull()
  expect(notes).toHaveLength(2)
})
