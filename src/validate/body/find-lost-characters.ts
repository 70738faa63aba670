// Characters that markdown reads as its own: the backslash of `C:\_new` and of a shrug, backquotes typed for apostrophes.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

const path = String.raw`(?<![^\s"'“„«‘(\[])(?:[A-Za-z]:\\|\\\\(?=[\p{L}\p{N}])|¯\\)\S*`
const quote = '[\\p{L}\\p{N}]`\\p{L}|[\\p{L}\\p{P}\\s]`[\\p{L}\\p{N}]'

const suspect = new RegExp(`${path}|${quote}`, 'u')

/** Whether a text may have some. Hardly any holds a backslash or a backquote at all. */
export const mayHaveLostCharacters = (text: string): boolean =>
  (text.includes('\\') || text.includes('`')) && suspect.test(text)

export const findLostCharacters = (tokens: readonly Token[]): readonly BodyFault[] => {
  // The text of a table's cell does not know its own.
  let line = 0
  return tokens.flatMap((token): readonly BodyFault[] => {
    if (token.map) line = token.map[0]
    if (token.children === null || !/[\\`]/.test(token.content)) return []
    return [...lostBackslashes(token, line), ...lostQuotes(token.children, line)]
  })
}

/** Before a character that it takes the meaning from. */
const escaping = /(?<!\\)\\(?!\\)([!-/:-@[-`{-~])/g

const lostBackslashes = ({ content, children }: Token, line: number): readonly BodyFault[] => {
  const code = (children ?? []).filter(({ type }) => type === 'code_inline')
  return [...content.matchAll(new RegExp(path, 'gu'))].flatMap(([words]): readonly BodyFault[] => {
    const shown = words.replace(/^\\\\/, '\\\\\\\\').replace(escaping, '\\\\\\$1')
    const isCode = code.some(({ content }) => content.includes(words.replace(/`.*$/s, '')))
    return shown === words || isCode ? [] : [{ line, words, ...lostBackslash(words, shown) }]
  })
}

const wordEnd = /[\p{L}\p{N}]+$/u
const wordStart = /^[\p{L}\p{N}]+/u
/** Of such words none is set apart by blanks. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Code that begins inside of a word, or ends before one: `It`s true, don`t`, `` `Twas in the `90s ``. */
const lostQuotes = (children: readonly Token[], line: number): readonly BodyFault[] =>
  children.flatMap((token, at): readonly BodyFault[] => {
    if (token.type !== 'code_inline' || token.markup !== '`') return []
    const [before = ''] = wordEnd.exec(textOf(children[at - 1])) ?? []
    const [behind = ''] = wordStart.exec(textOf(children[at + 1])) ?? []
    const [first = ''] = wordStart.exec(token.content) ?? []
    if (unspaced.test(before + first + behind)) return []
    // Other code only lacks a blank before it.
    const isOfWords = behind !== '' || /\s/.test(token.content)
    if (before !== '' && /^\p{L}/u.test(first) && isOfWords) return [{ line, ...lostQuote(before, first) }]
    return first !== '' && behind !== '' && token.content.endsWith(' ')
      ? [{ line, ...lostQuote('', behind) }]
      : []
  })

const textOf = (token: Token | undefined): string => (token?.type === 'text' ? token.content : '')

const lostBackslash = (words: string, shown: string) => ({
  code: 'character-lost',
  severity: 'warning' as const,
  message: `markdown takes a backslash of ${words} for its own, so readers would not see it`,
  hint: `write ${shown} to show it as it is`,
})

const lostQuote = (before: string, behind: string) => ({
  words: `${before}\`${behind}`,
  code: 'character-lost',
  severity: 'warning' as const,
  message: `the backquote of ${before}\`${behind} makes code of the words up to the next one, and readers would see neither`,
  hint: `write ${before}'${behind}; before code leave a blank`,
})
