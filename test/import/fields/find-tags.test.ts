import { describe, expect, it } from 'vitest'
import { findTags, mergedTags } from '../../../src/import/fields/find-tags.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { isKey } from '../../../src/validate/fields.ts'
import { importFiles, sentence } from '../archive-on-disk.ts'

describe('the tags of a story', () => {
  it('stay as many as they are, whatever character tells them apart', () => {
    const { notes, addNote } = createNotes()
    expect(findTags(['C++', 'C#', 'c', '.NET', 'Arts & Culture', "Rock 'n' Roll", '50 %'], addNote)).toEqual([
      ...['c-plus-plus', 'c-sharp', 'c', 'dot-net', 'arts-culture', 'rock-n-roll', '50-percent'],
    ])
    expect(notes).toEqual([])
  })

  it('are names that every disk can have', () => {
    expect(findTags(['Con', 'aux'], () => {}).every(isKey)).toBe(true)
  })

  it('are told of where two became one, but not where a blank or a case tells them apart', () => {
    const stories = [{ labels: ['C*', 'Sea level'] }, { labels: ['c', 'sea-level', 'SEA LEVEL'] }]
    expect(mergedTags(stories)).toEqual([['c', ['C*', 'c']]])
    const { report } = importFiles({
      '2020-01-05-lang.md': `---\ntitle: Languages\ntags: [C++, C*, c]\n---\n${sentence}\n`,
    })
    expect(report.remarks).toContain('Tags became one: C*, c → c')
  })
})
