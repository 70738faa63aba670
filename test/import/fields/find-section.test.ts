import { describe, expect, it } from 'vitest'
import { findSection } from '../../../src/import/fields/find-section.ts'
import { createNotes } from '../../../src/import/report/note.ts'

const sections = [
  { key: 'world', name: 'World' },
  { key: 'sport', name: 'Sport' },
  { key: 'technology', name: 'Technology' },
]
const find = (categories: string[], tags: string[] = []) => {
  const { notes, addNote } = createNotes()
  const rules = { sections, map: new Map([['kultur', 'world']]), fallback: 'world' }
  return { section: findSection(categories, tags, rules, addNote), noted: notes.length > 0 }
}

describe('the section of a story', () => {
  it('is its category by name, by --map or by the nearest name', () => {
    expect(find(['Sport'])).toEqual({ section: 'sport', noted: false })
    expect(find(['Kultur'])).toEqual({ section: 'world', noted: false })
    expect(find(['sports'])).toEqual({ section: 'sport', noted: true })
    expect(find(['tech'])).toEqual({ section: 'technology', noted: true })
  })

  it('is that of a tag, or the default, and says so', () => {
    expect(find(['misc'], ['sport'])).toEqual({ section: 'sport', noted: true })
    expect(find(['gardening'])).toEqual({ section: 'world', noted: true })
    expect(find([])).toEqual({ section: 'world', noted: true })
  })
})
