// `[Schadenfreude]{lang=de}`: words of another language, for screen readers, hyphenation and fonts. The braces may contain nothing else.

import type { MarkdownIt } from 'markdown-it'
import { directionOf } from '../domain/language.ts'
import { findAhead } from './search-ahead.ts'

const attribute = /\{[ ]*lang=("?)([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*)\1[ ]*\}/y

/** The language in the braces at this place of a text, and where they end; null when they contain anything else. */
export const readLanguage = (
  text: string,
  at: number,
): { readonly language: string; readonly end: number } | null => {
  attribute.lastIndex = at
  const language = attribute.exec(text)?.[2]
  return language !== undefined && isLanguage(language) ? { language, end: attribute.lastIndex } : null
}

export const addForeignWords = (markdown: MarkdownIt): void => {
  markdown.inline.ruler.before('link', 'foreign_words', (state, silent) => {
    const { src, pos, posMax } = state
    // While a link looks for the end of its words, brackets in them stay brackets: read as foreign words they would be a link in a link.
    if (silent || src.charCodeAt(pos) !== 0x5b || findAhead(state, ']{') === -1) return false
    const end = markdown.helpers.parseLinkLabel(state, pos)
    const found = end < 0 ? null : readLanguage(src, end + 1)
    if (found === null || found.end > posMax) return false
    state.push('foreign_open', 'span', 1).attrs = [
      ['lang', found.language],
      ['dir', directionOf(found.language)],
    ]
    state.pos = pos + 1
    state.posMax = end
    markdown.inline.tokenize(state)
    state.push('foreign_close', 'span', -1)
    state.pos = found.end
    state.posMax = posMax
    return true
  })
}

/** Valid in BCP 47: not "de-1996-1996". */
const isLanguage = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).language !== ''
  } catch {
    return false
  }
}
