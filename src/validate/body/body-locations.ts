// Where something stands in a story's file, found by a line or a block of its markdown.

import type { Token } from 'markdown-it'
import { type Location, lineStartsOf, locationInText } from '../../domain/problem.ts'
import { decodePath } from '../../domain/web-address.ts'
import { offsetAsWritten, type ReadText } from '../../markdown/comments.ts'
import type { SourceFile } from '../../read/read-source.ts'

export type BodyLocations = {
  /** `line` counts from 0 in the body. The first `words` from there on, or the line. */
  readonly ofLine: (line: number, words?: string) => Location
  /** Of an address that a block links to or shows. */
  readonly ofTarget: (block: Token, target: string) => Location
}

/** Lines and words are those of `read`: the body, which ends the file, without its comments. */
export const createBodyLocations = (
  { file, text }: SourceFile,
  written: string,
  read: ReadText = { text: written, cuts: [] },
): BodyLocations => {
  const { text: body } = read
  const bodyStart = text.length - written.length
  const startOfLine = (line: number) => lineStartsOf(body)[line] ?? body.length
  const at = (offset: number, length: number) => {
    const start = offsetAsWritten(read, offset)
    const end = length === 0 ? start : offsetAsWritten(read, offset + length - 1) + 1
    return locationInText(file, text, bodyStart + start, end - start)
  }
  let last = { from: -1, found: 0 }
  /** Where words stand from an offset on. A block may have thousands: none is searched again from its beginning. */
  const find = (words: string, from: number): number => {
    const next = last.from === from ? body.indexOf(words, last.found) : -1
    const found = next === -1 ? body.indexOf(words, from) : next
    if (found !== -1) last = { from, found }
    return found
  }
  return {
    ofLine: (line, words = '') => {
      const start = startOfLine(line)
      const found = words === '' ? -1 : find(words, start)
      const lineEnd = body.indexOf('\n', start)
      if (found !== -1) return at(found, words.length)
      return at(start, (lineEnd === -1 ? body.length : lineEnd) - start)
    },
    ofTarget: ({ map }, target) => {
      const start = startOfLine(map?.[0] ?? 0)
      // Markdown encodes what addresses cannot have: as it was written it is found first.
      for (const written of new Set([target, decodePath(target)])) {
        // The same words may stand in the text before the link.
        const linked = find(`](${written}`, start)
        const found = linked === -1 ? find(written, start) : linked + 2
        if (found !== -1) return at(found, written.length)
      }
      return at(start, 1)
    },
  }
}
