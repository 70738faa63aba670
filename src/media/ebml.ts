// Elements of EBML (RFC 8794), which Matroska and WebM are written in.

import { type Edit, overwrite, zero } from './edits.ts'
import type { MediaSource } from './media-source.ts'
import { Unreadable } from './stripping.ts'

/** Its head stands at `at`, its content between `start` and `end`. `isOpen`: it does not say where it ends. */
export type Element = {
  readonly id: number
  readonly at: number
  readonly start: number
  readonly end: number
  readonly isOpen: boolean
}

/** `last`: where it ends at the latest, when it does not say. */
export const elementAt = (source: MediaSource, at: number, last: number): Element => {
  const head = source.read(at, 12)
  const idBytes = bytesOf(head[0])
  const lengthBytes = bytesOf(head[idBytes])
  if (idBytes > 4 || lengthBytes > 8 || head.length < idBytes + lengthBytes)
    throw new Unreadable(`no element at ${at}`)
  const start = at + idBytes + lengthBytes
  const mask = 2 ** (8 - lengthBytes) - 1
  const digits = [...head.subarray(idBytes, idBytes + lengthBytes)]
  const isOpen = digits.every((digit, index) => digit === (index === 0 ? mask | (mask + 1) : 0xff))
  const length = digits.reduce((sum, digit, index) => sum * 256 + (index === 0 ? digit & mask : digit), 0)
  return { id: head.readUIntBE(0, idBytes), at, start, end: isOpen ? last : start + length, isOpen }
}

/** How many bytes a number takes that begins so; 9 for none. */
const bytesOf = (first = 0): number => (first === 0 ? 9 : Math.clz32(first) - 23)

export const elementsIn = (source: MediaSource, { start, end }: Element): readonly Element[] => {
  const elements: Element[] = []
  for (let at = start; at < end; ) {
    const element = elementAt(source, at, end)
    if (element.end > end) throw new Unreadable(`an element behind ${end}`)
    elements.push(element)
    at = element.end
  }
  return elements
}

/** An element of nothing, of the same length. */
export const emptied = ({ at, end }: Element): readonly Edit[] => {
  const bytes = end - at
  if (bytes < 2) return []
  const lengthBytes = [1, 2, 3, 4, 5, 6, 7, 8].find(count => bytes - 1 - count < 2 ** (7 * count) - 1) ?? 8
  const head = Buffer.alloc(1 + lengthBytes)
  head[0] = 0xec
  let rest = bytes - 1 - lengthBytes
  for (let index = lengthBytes; index > 0; index--) {
    head[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  head[1] = (head[1] ?? 0) | (2 ** (8 - lengthBytes))
  return [overwrite(at, head), zero(at + head.length, end)]
}
