// Attributes in braces: a story may say the language of words, and nothing else.

import type { MarkdownIt, Token } from 'markdown-it'
import { readLanguage } from '../../markdown/foreign-words.ts'
import type { BodyFault } from './body-fault.ts'
import { faultsOfLostWords } from './lost-words.ts'

/** Makes a markdown reader mark braces that look like attributes: readers would see them as they are written. */
export const markLostBraces = (markdown: MarkdownIt): void => {
  const list =
    /\{(?:[ \t]*lang[ \t]*(?:=[^{}\n]*)?|:?[ \t]*(?:(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))[ \t]*)+)\}(?!\})/y
  markdown.inline.ruler.before('link', 'braces_lost', (state, silent) => {
    const { src, pos } = state
    if (src.charCodeAt(pos) !== 0x7b || !/[\])}]/.test(src.charAt(pos - 1))) return false
    list.lastIndex = pos
    const [found] = list.exec(src) ?? []
    if (found === undefined || list.lastIndex > state.posMax) return false
    if (!silent) state.push('braces_lost', '', 0).content = found
    state.pos += found.length
    return true
  })
}

export const findBraceFaults = (tokens: readonly Token[]): readonly BodyFault[] =>
  faultsOfLostWords(tokens, 'braces_lost', braces => ({
    code: 'braces-unknown',
    message: messageOf(braces),
    hint: 'use braces only to name the language of words: [Zeitgeist]{lang=de}',
  }))

const messageOf = (braces: string): string => {
  if (readLanguage(braces, 0) !== null) return `${braces} must follow words in brackets`
  return /^\{\s*lang\b/.test(braces)
    ? `${braces} does not name a language`
    : `readers would see ${braces} as it is written`
}
