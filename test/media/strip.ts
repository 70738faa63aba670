// A file looked through and changed, in memory.

import { digestOfPieces, editedPieces } from '../../src/media/edits.ts'
import { lookThrough } from '../../src/media/look-through.ts'
import { sourceOfBytes } from '../../src/media/media-source.ts'

/** The bytes that are published. Throws where there is a fault. */
export const stripped = (bytes: Buffer, file = 'a.bin'): Buffer => {
  const source = sourceOfBytes(bytes)
  const found = lookThrough(source, file)
  if ('code' in found) throw new Error(`${found.code}: ${found.message}`)
  const pieces: Uint8Array[] = []
  digestOfPieces(editedPieces(source, found.edits), piece => pieces.push(piece))
  return Buffer.concat(pieces)
}

/** The code of what is wrong with it; null when nothing is. */
export const faultOf = (bytes: Buffer, file = 'a.bin'): string | null => {
  const found = lookThrough(sourceOfBytes(bytes), file)
  return 'code' in found ? found.code : null
}

/** Codes and messages of what is worth saying. */
export const warningsOf = (bytes: Buffer, file = 'a.bin'): readonly string[] => {
  const found = lookThrough(sourceOfBytes(bytes), file)
  return 'code' in found ? [found.code] : found.warnings.map(({ code, message }) => `${code}: ${message}`)
}
