import { describe, expect, it } from 'vitest'
import { findSection } from '../../../src/import/fields/find-section.ts'
import { createNotes } from '../../../src/import/report/note.ts'

const sections = [
  { key: 'world', name: 'World' },
  { key: 'sport', name: 'Sport' },
  { key: 'technology', name: 'Technology' },
]
const find = (categories: string[], tags: string[] = [], folders: string[] = []) => {
  const { notes, addNote } = createNotes()
  const patterns = [['blog/*', 'technology'] as const]
  const paths = [`${folders.join('/')}/pier.md`]
  const rules = { sections, map: new Map([['kultur', 'world']]), patterns, fallback: 'world' }
  return {
    section: findSection({ categories, tags, folders, paths }, rules, addNote),
    noted: notes.length > 0,
  }
}

describe('the section of a story', () => {
  it('is its category by name, by --map or by the nearest name', () => {
    expect(find(['Sport'])).toEqual({ section: 'sport', noted: false })
    expect(find(['Kultur'])).toEqual({ section: 'world', noted: false })
    expect(find(['sports'])).toEqual({ section: 'sport', noted: true })
    expect(find(['tech'])).toEqual({ section: 'technology', noted: true })
  })

  it('is that of its folder by name, or by a pattern of paths, which goes before all else', () => {
    expect(find(['misc'], [], ['news', 'sport'])).toEqual({ section: 'sport', noted: false })
    expect(find(['Sport'], [], ['blog', '2020'])).toEqual({ section: 'technology', noted: false })
  })

  it('is that of a tag, or nobody’s, and says so', () => {
    expect(find(['misc'], ['sport'])).toEqual({ section: 'sport', noted: true })
    expect(find(['gardening'])).toEqual({ section: null, noted: true })
    expect(find([])).toEqual({ section: null, noted: true })
  })
})
