// On what line of a text an offset lies, for offsets that are asked for in their order.

import type { Token } from 'markdown-it'
import { lineStartsOf } from '../text/find-code.ts'

/** Whether an offset lies on a line of one of these blocks. */
export const linesOf = (
  text: string,
  tokens: readonly Token[],
  types: readonly string[],
): ((offset: number) => boolean) => {
  const starts = lineStartsOf(text)
  const ranges = tokens
    .filter(token => token.map !== null && types.includes(token.type))
    .map(token => [starts[token.map?.[0] ?? 0] ?? 0, starts[token.map?.[1] ?? 0] ?? text.length] as const)
    .toSorted(([one], [other]) => one - other)
  let next = 0
  let reach = -1
  return offset => {
    for (let range = ranges[next]; range !== undefined && range[0] <= offset; range = ranges[++next])
      reach = Math.max(reach, range[1])
    return offset < reach
  }
}

/** Where the line of an offset begins. */
export const lineStartIn = (text: string): ((offset: number) => number) => {
  let start = 0
  let end = text.indexOf('\n')
  return offset => {
    while (end !== -1 && end < offset) {
      start = end + 1
      end = text.indexOf('\n', start)
    }
    return start
  }
}
