import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSummary } from '../../../src/import/fields/find-summary.ts'

const long = 'A first sentence that is long enough to stand for itself here. '.repeat(8).trim()

describe('a summary', () => {
  it('is the old site’s own when it is long enough', () => {
    const own = 'The ferry to the island sails again from Monday on.'
    expect(findSummary(['short', own], long, 'T', () => {})).toBe(own)
  })

  it('is one of several, and the others are told of where they say something else', () => {
    const notes: string[] = []
    const [first, second] = [
      'The ferry to the island sails again from Monday on.',
      'The harbour office has mended the pier at last.',
    ]
    const start = `${first.slice(0, 45)}…`
    expect(findSummary([first, second, start], long, 'T', (_, detail) => notes.push(detail ?? ''))).toBe(
      first,
    )
    expect(notes).toEqual([second])
  })

  it('is cut at the end of a sentence, else between words', () => {
    expect(findSummary([long], '', 'T', () => {})).toMatch(/^A first.*here\.$/)
    expect(findSummary(['word '.repeat(100)], '', 'T', () => {})).toMatch(/word…$/)
  })

  it('is made from the text, and from the title where that is short; an old story may have no more', () => {
    expect(findSummary([], long, 'T', () => {})).toMatch(/^A first/)
    expect(findSummary([], 'Only a few words.', 'A title that helps a little', () => {})).toBe(
      'A title that helps a little. Only a few words.',
    )
    expect(findSummary([], 'Hi.', 'T', () => {})).toBe('T. Hi.')
    expect(findSummary([], '', 'T', () => {})).toBe('T.')
  })

  it('has up to 300 characters, and 40 where there are as many, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 60 }), { maxLength: 3 }),
        fc.string({ unit: 'grapheme', maxLength: 800 }),
        (given, text) => {
          const summary = findSummary(given, text.replace(/\s+/g, ' ').trim(), 'T', () => {})
          const most = [...`T. ${given[0] ?? ''} ${text.replace(/\s+/g, ' ').trim()}`].length
          expect([...summary].length).toBeGreaterThanOrEqual(Math.min(40, most - 3))
          expect([...summary].length).toBeLessThanOrEqual(300)
        },
      ),
    )
  })
})
