// What is changed in a file while it is copied: plain data, so that a film of hours need not be held in memory.

import { createHash, type Hash } from 'node:crypto'
import type { MediaSource } from './media-source.ts'
import { Unreadable } from './stripping.ts'

/** In order and apart. `bytes` take the place of `length` bytes from `at` on; null stands for as many zeros. */
export type Edit = { readonly at: number; readonly length: number; readonly bytes: Uint8Array | null }

export const cut = (at: number, end: number): Edit => ({ at, length: end - at, bytes: new Uint8Array() })

export const zero = (at: number, end: number): Edit => ({ at, length: Math.max(0, end - at), bytes: null })

/** As many bytes as there were. */
export const overwrite = (at: number, bytes: Uint8Array): Edit => ({ at, length: bytes.length, bytes })

/** In order and apart, without those that would leave everything as it is. */
export const effectiveEdits = (source: MediaSource, edits: readonly Edit[]): readonly Edit[] => {
  const apart: Edit[] = []
  const ordered = edits
    .filter(edit => !isIdle(source, edit))
    .sort((one, other) => one.at - other.at || one.length - other.length)
  for (const edit of ordered) {
    const last = apart.at(-1)
    const end = last === undefined ? 0 : last.at + last.length
    if (edit.at >= end) apart.push(edit)
    else if (last?.bytes !== null || edit.bytes !== null) throw new Unreadable('two things at one place')
    else apart[apart.length - 1] = zero(last.at, Math.max(end, edit.at + edit.length))
  }
  return apart
}

const isIdle = (source: MediaSource, { at, length, bytes }: Edit): boolean => {
  if (bytes !== null) return bytes.length === length && source.read(at, length).equals(bytes)
  for (let done = 0; done < length; done += pieceBytes)
    if (source.read(at + done, Math.min(pieceBytes, length - done)).some(byte => byte !== 0)) return false
  return true
}

const pieceBytes = 1 << 20

/** The changed file, piece after piece. */
export function* editedPieces(source: MediaSource, edits: readonly Edit[]): Generator<Uint8Array> {
  let at = 0
  for (const { at: start, length, bytes } of edits) {
    yield* piecesBetween(at, start, (from, size) => source.read(from, size))
    if (bytes !== null) yield bytes
    else yield* piecesBetween(0, length, (_from, size) => Buffer.alloc(size))
    at = start + length
  }
  yield* piecesBetween(at, source.size, (from, size) => source.read(from, size))
}

function* piecesBetween(
  start: number,
  end: number,
  read: (from: number, size: number) => Uint8Array,
): Generator<Uint8Array> {
  for (let at = start; at < end; at += pieceBytes) yield read(at, Math.min(pieceBytes, end - at))
}

/** As `digestOf` has it. `take` gets every piece too. */
export const digestOfPieces = (
  pieces: Iterable<Uint8Array>,
  take: (piece: Uint8Array) => void = () => {},
): string => {
  const hash: Hash = createHash('sha256')
  for (const piece of pieces) {
    hash.update(piece)
    take(piece)
  }
  return hash.digest('hex').slice(0, 32)
}
