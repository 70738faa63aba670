// Where the items of a WordPress export stand in its file: byte ranges, so that a large export is never in memory.

import { closeSync, openSync, readSync } from 'node:fs'

type ItemRange = {
  /** Bytes of the file; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** The file ends in it, or the next item begins in it. */
  readonly isCutShort: boolean
}

export type ItemRanges = {
  /** Where the part before the first item ends. */
  readonly headEnd: number
  readonly items: readonly ItemRange[]
}

const chunkSize = 4_000_000
/** Longer than any mark that is looked for. */
const overlap = 16

export const findItems = (path: string): ItemRanges => {
  const scanner = createScanner()
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(chunkSize + overlap)
    for (let at = 0; ; at += chunkSize) {
      const length = readSync(file, buffer, 0, chunkSize + overlap, at)
      const isLast = length < chunkSize + overlap
      // A byte is a letter, so that places in the text are places in the file.
      scanner.scan(buffer.toString('latin1', 0, length), at, isLast ? length : chunkSize)
      if (isLast) return scanner.end(at + length)
    }
  } finally {
    closeSync(file)
  }
}

const marks = /<item[\s>]|<\/item>|<!\[CDATA\[|\]\]>/g

/** Texts stand in CDATA, in which an article may show the marks of an item. */
const createScanner = () => {
  const items: ItemRange[] = []
  let first: number | null = null
  let open: number | null = null
  let inText = false
  // Of a text that no mark has ended yet: where its item ended, and the next began, if that mark is missing.
  let end: number | null = null
  let next: number | null = null
  const close = (at: number, isCutShort: boolean) => {
    if (open !== null) items.push({ start: open, end: at, isCutShort })
    open = null
  }
  const begin = (at: number) => {
    first ??= at
    close(at, true)
    open = at
  }
  const take = (mark: string, at: number) => {
    if (!inText) {
      if (mark === '<![CDATA[') inText = true
      else if (mark === '</item>') close(at + mark.length, false)
      else if (mark !== ']]>') begin(at)
      return
    }
    if (mark === '</item>') end ??= at + mark.length
    else if (mark === '<![CDATA[') {
      if (end === null || next === null) return
      close(end, true)
      begin(next)
      end = next = null
    } else if (mark === ']]>') {
      inText = false
      end = next = null
    } else if (end !== null) next ??= at
  }
  return {
    /** Marks that begin before `limit`. `from` is the place of the text in the file. */
    scan: (text: string, from: number, limit: number): void => {
      for (const { 0: mark, index } of text.matchAll(marks)) if (index < limit) take(mark, from + index)
    },
    end: (length: number): ItemRanges => {
      close(length, true)
      return { headEnd: first ?? length, items }
    },
  }
}
