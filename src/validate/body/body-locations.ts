// Where something stands in a story's file, found by a line or a block of its markdown.

import type { Token } from 'markdown-it'
import { type Location, locationInText } from '../../domain/problem.ts'
import type { SourceFile } from '../../read/read-source.ts'

export type BodyLocations = {
  /** `line` counts from 0 in the body. The first `words` from there on, or the line. */
  readonly ofLine: (line: number, words?: string) => Location
  /** Of an address that a block links to or shows. */
  readonly ofTarget: (block: Token, target: string) => Location
}

export const createBodyLocations = ({ file, text }: SourceFile, body: string): BodyLocations => {
  const bodyStart = text.length - body.length
  const startOfLine = (line: number) => body.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0)
  const at = (offset: number, length: number) => locationInText(file, text, bodyStart + offset, length)
  return {
    ofLine: (line, words = '') => {
      const start = startOfLine(line)
      const found = words === '' ? -1 : body.indexOf(words, start)
      return found === -1 ? at(start, (body.split('\n')[line] ?? '').length) : at(found, words.length)
    },
    ofTarget: (block, target) => {
      const start = startOfLine(block.map?.[0] ?? 0)
      // The same words may stand in the text before the link.
      const linked = body.indexOf(`](${target}`, start)
      const found = linked === -1 ? body.indexOf(target, start) : linked + 2
      return found === -1 ? at(start, 1) : at(found, target.length)
    },
  }
}
