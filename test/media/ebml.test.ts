import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementAt, emptied } from '../../src/media/ebml.ts'
import { editedPieces, effectiveEdits } from '../../src/media/edits.ts'
import { sourceOfBytes } from '../../src/media/media-source.ts'

test('an element of any length becomes an empty one of the same length', () => {
  const property = fc.property(
    fc.oneof(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 40_000 })),
    bytes => {
      const source = sourceOfBytes(Buffer.alloc(bytes, 0x41))
      const edits = emptied({ id: 0x7373, at: 0, start: 3, end: bytes, isOpen: false })
      const after = Buffer.concat([...editedPieces(source, effectiveEdits(source, edits))])
      expect(after.length).toBe(bytes)
      expect(elementAt(sourceOfBytes(after), 0, bytes)).toMatchObject({ id: 0xec, end: bytes, isOpen: false })
      expect(after.subarray(elementAt(sourceOfBytes(after), 0, bytes).start).every(byte => byte === 0)).toBe(
        true,
      )
    },
  )
  fc.assert(property, { numRuns: 200, examples: [[2], [128], [129], [130], [16_385], [16_386], [16_387]] })
})
