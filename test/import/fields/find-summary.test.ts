import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSummary } from '../../../src/import/fields/find-summary.ts'

const long = 'A first sentence that is long enough to stand for itself here. '.repeat(8).trim()

describe('a summary', () => {
  it('is the old site’s own when it is long enough', () => {
    const own = 'The ferry to the island sails again from Monday on.'
    expect(findSummary(['short', own], long, 'T', () => {})).toBe(own)
  })

  it('is cut at the end of a sentence, else between words', () => {
    expect(findSummary([long], '', 'T', () => {})).toMatch(/^A first.*here\.$/)
    expect(findSummary(['word '.repeat(100)], '', 'T', () => {})).toMatch(/word…$/)
  })

  it('is made from the text, and from the title where that is short; else there is none', () => {
    expect(findSummary([], long, 'T', () => {})).toMatch(/^A first/)
    expect(findSummary([], 'Only a few words.', 'A title that helps a little', () => {})).toBe(
      'A title that helps a little. Only a few words.',
    )
    expect(findSummary([], 'Hi.', 'T', () => {})).toBeNull()
  })

  it('has 40 to 300 characters, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 60 }), { maxLength: 3 }),
        fc.string({ unit: 'grapheme', maxLength: 800 }),
        (given, text) => {
          const summary = findSummary(given, text.replace(/\s+/g, ' ').trim(), 'T', () => {})
          if (summary === null) return
          expect([...summary].length).toBeGreaterThanOrEqual(40)
          expect([...summary].length).toBeLessThanOrEqual(300)
        },
      ),
    )
  })
})
