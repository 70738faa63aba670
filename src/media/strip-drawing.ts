// SVG: what drawing programs note in it goes, and what is noted in the pictures that it embeds.
//
// Whether a drawing is sound XML, and does no more than a picture, is checked elsewhere (`validate/site/`): one
// that cannot be read here is left as it is, for its own problem to be named.

import { drawingWithoutNotes } from './drawing-without-notes.ts'
import { stripDataAddresses } from './strip-data-addresses.ts'
import type { Stripping } from './stripping.ts'

export const stripDrawing = (bytes: Buffer): Stripping => {
  const text = bytes.toString('utf8')
  if (!Buffer.from(text).equals(bytes)) return { edits: [] }
  const stripped = strippedDrawing(text)
  if (stripped === null) return 'unknown'
  return stripped === text
    ? { edits: [] }
    : { edits: [{ at: 0, length: bytes.length, bytes: Buffer.from(stripped) }] }
}

/** Null where a picture in it cannot be read. */
export const strippedDrawing = (text: string): string | null => stripDataAddresses(drawingWithoutNotes(text))
