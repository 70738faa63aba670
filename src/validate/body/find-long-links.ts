// One long address that many words refer to would make a page many times as long as its text.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** In characters, of all the addresses and titles of a text together. */
const longest = 2_000_000

/** A problem at the words that are over it. */
export const findLongLinks = (tokens: readonly Token[]): readonly BodyFault[] => {
  let length = 0
  for (const { children, map } of tokens)
    for (const { attrs } of children ?? []) {
      for (const [, value] of attrs ?? []) length += String(value).length
      if (length > longest) return [{ line: map?.[0] ?? 0, ...tooLong }]
    }
  return []
}

const tooLong = {
  code: 'links-too-long',
  message: `from here on, the addresses that the text links to have more than ${longest} characters in all`,
  hint: 'link to a shorter address, or from fewer words',
}
