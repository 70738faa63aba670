// The bytes of a media file, read where they are asked for: a film need not fit into memory.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export type MediaSource = {
  readonly size: number
  /** Shorter than `length` where the file ends. */
  readonly read: (at: number, length: number) => Buffer
}

export const sourceOfBytes = (bytes: Uint8Array): MediaSource => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: all.length, read: (at, length) => all.subarray(at, at + length) }
}

/** Heads of boxes lie close together: small reads share one look at the disk. Most files need only the first. */
const windowBytes = 65_536
const firstWindowBytes = 4096

export const withMediaSource = <Found>(path: string, use: (source: MediaSource) => Found): Found => {
  const file = openSync(path, 'r')
  const readNow = (at: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(Math.max(0, length))
    let done = 0
    while (done < bytes.length) {
      const count = readSync(file, bytes, done, bytes.length - done, at + done)
      if (count === 0) break
      done += count
    }
    return bytes.subarray(0, done)
  }
  let windowStart = 0
  let window: Buffer = Buffer.alloc(0)
  try {
    const { size } = fstatSync(file)
    const read = (at: number, length: number): Buffer => {
      if (length > windowBytes) return readNow(at, Math.min(length, size - at))
      if (at < windowStart || at + length > windowStart + window.length) {
        windowStart = at
        const wanted = at === 0 && length <= firstWindowBytes ? firstWindowBytes : windowBytes
        window = readNow(at, Math.min(wanted, Math.max(0, size - at)))
      }
      return window.subarray(at - windowStart, at - windowStart + length)
    }
    return use({ size, read })
  } finally {
    closeSync(file)
  }
}
