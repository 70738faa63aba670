// A file as it is published: without what its camera or program noted.

import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import type { Fault } from '../domain/problem.ts'
import { namingFile } from '../system/explain-disk-fault.ts'
import { digestOfPieces, editedPieces } from './edits.ts'
import { lookThrough } from './look-through.ts'
import { type MediaSource, withMediaSource } from './media-source.ts'

/** To be raised when a file would be published otherwise than before. */
const edition = 2

/** Changes with the file, and with what is taken out of it. */
export const sourceDigestOf = (digest: string): string => `${digest}-${edition}`

export type PublishedMedia = {
  /** Of what is published of a file; absent when that is the file itself. */
  readonly strippedDigest?: string
  /** How many bytes are published. */
  readonly bytes: number
  /** What is worth saying of a file that can be published. */
  readonly warnings: readonly Fault[]
}

/** `file` is how a fault names it. */
export const publishedMediaOf = (path: string, file: string): PublishedMedia | Fault =>
  withMediaSource(path, source => publishedOf(source, file))

const publishedOf = (source: MediaSource, file: string): PublishedMedia | Fault => {
  const found = lookThrough(source, file)
  if ('code' in found) return found
  const { edits, warnings } = found
  if (edits.length === 0) return { bytes: source.size, warnings }
  let bytes = 0
  const strippedDigest = digestOfPieces(editedPieces(source, edits), piece => {
    bytes += piece.length
  })
  return { strippedDigest, bytes, warnings }
}

/** Returns the digest of what was written; null when that is the file as it is. Throws a plain line at a file that cannot be published. */
export const copyMedia = (from: string, to: string, file: string): string | null =>
  withMediaSource(from, source => {
    const found = lookThrough(source, file)
    if ('code' in found) throw new Error(`${found.message}; ${found.hint}`)
    if (found.edits.length > 0) return write(to, editedPieces(source, found.edits))
    copyFileSync(from, to)
    return null
  })

const write = (path: string, pieces: Iterable<Uint8Array>): string => {
  const file = openSync(path, 'w')
  try {
    return digestOfPieces(pieces, piece => {
      for (let done = 0; done < piece.length; ) done += writeSync(file, piece, done)
    })
  } catch (error) {
    throw namingFile(error, path)
  } finally {
    closeSync(file)
  }
}

/** Of the file as it is, which may be too large to read whole. */
export const digestOfMedia = (path: string): string =>
  withMediaSource(path, source => digestOfPieces(editedPieces(source, [])))
