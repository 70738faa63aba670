import { describe, expect, it } from 'vitest'
import { findSameFields } from '../../../src/import/fields/find-same-fields.ts'
import { readFields } from '../../../src/import/fields/read-fields.ts'

const findIn = (fields: Record<string, unknown>) => {
  const notes: string[] = []
  const same = findSameFields(readFields(new Map(Object.entries(fields))), note => notes.push(note))
  return { same, notes }
}

describe('a field that Dateline knows by the same name', () => {
  it('is kept', () => {
    const fields = { dateline: 'Port Velikara', kicker: 'Analysis', urgency: 2 }
    expect(findIn(fields)).toEqual({ same: fields, notes: [] })
  })

  it('is dropped with a note where its form is another', () => {
    const { same, notes } = findIn({ kicker: 'A kicker that is longer than forty characters', urgency: 12 })
    expect(same).toEqual({})
    expect(notes).toEqual(['Dropped a kicker longer than 40 characters'])
  })
})
