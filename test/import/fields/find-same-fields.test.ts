import { describe, expect, it } from 'vitest'
import { findSameFields } from '../../../src/import/fields/find-same-fields.ts'
import { readFields } from '../../../src/import/fields/read-fields.ts'

const findIn = (fields: Record<string, unknown>) => {
  const notes: string[] = []
  const same = findSameFields(readFields(new Map(Object.entries(fields))), new Set(['old.example']), note =>
    notes.push(note),
  )
  return { same, notes }
}

describe('a field that Dateline knows by the same name', () => {
  it('is kept', () => {
    const fields = { dateline: 'Port Velikara', kicker: 'Analysis', urgency: 2 }
    expect(findIn(fields)).toEqual({ same: fields, notes: [] })
  })

  it('is kept in the form that it has here', () => {
    const sameOf = (fields: Record<string, unknown>) => findIn(fields).same
    expect(sameOf({ source: 'AP', source_url: 'https://ap.example/1' })).toEqual({
      source: { name: 'AP', url: 'https://ap.example/1' },
    })
    const source = { name: 'AP', url: 'https://ap.example/1' }
    expect(sameOf({ source_name: 'AP', original_url: 'https://ap.example/1' })).toEqual({ source })
    expect(sameOf({ source: { title: 'AP', link: 'https://ap.example/1' } })).toEqual({ source })
    expect(sameOf({ source: 'https://www.ap.example/1' })).toEqual({
      source: { name: 'ap.example', url: 'https://www.ap.example/1' },
    })
    expect(sameOf({ canonical_url: 'https://ap.example/1' })).toEqual({
      source: { name: 'ap.example', url: 'https://ap.example/1' },
    })
    expect(sameOf({ canonical_url: 'https://www.old.example/1' })).toEqual({})
    for (const name of ['eyebrow', 'pre_title', 'Dachzeile', 'overline'])
      expect(sameOf({ [name]: 'Analysis' })).toEqual({ kicker: 'Analysis' })
  })

  it('is dropped with a note where its form is another', () => {
    const { same, notes } = findIn({ kicker: 'A kicker that is longer than forty characters', urgency: 12 })
    expect(same).toEqual({})
    expect(notes).toEqual(['Dropped a kicker longer than 40 characters'])
  })
})
