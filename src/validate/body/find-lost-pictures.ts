// A picture whose brackets hold no address is none to markdown: readers would see its characters.

import type { MarkdownIt, Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'
import { faultsOfLostWords } from './lost-words.ts'

/** Makes a markdown reader mark them. */
export const markLostPictures = (markdown: MarkdownIt): void => {
  markdown.inline.ruler.after('image', 'picture_lost', (state, silent) => {
    const { src, pos, posMax } = state
    if (!src.startsWith('![', pos)) return false
    const end = markdown.helpers.parseLinkLabel(state, pos + 1)
    if (end < 0 || src.charAt(end + 1) !== '(') return false
    const [rest = ''] = /^[^)\n]*\)?/.exec(src.slice(end + 1, posMax)) ?? []
    const content = src.slice(pos, end + 1) + rest
    if (!silent) state.push('picture_lost', '', 0).content = content
    state.pos += content.length
    return true
  })
}

export const findLostPictures = (tokens: readonly Token[]): readonly BodyFault[] =>
  faultsOfLostWords(tokens, 'picture_lost', content => ({
    code: 'picture-unread',
    message: `this cannot be read as a picture${causeIn(content)}: readers would see the text as it is written`,
    hint:
      withCurledQuotes(content) ??
      'write ![the harbour at dawn](harbour.jpg "a caption"), without spaces in the file name',
  }))

/** `(harbour.jpg "He said "no" today")`: what stands before the caption, and the caption with its marks. */
const quoted = /^(!\[.*\]\(\s*[^\s"]+\s+)"(.*)"\s*\)$/s

const innerQuotes = (content: string): { readonly before: string; readonly caption: string } | null => {
  const [, before = '', caption = ''] = quoted.exec(content) ?? []
  return /(?<!\\)"/.test(caption) ? { before, caption } : null
}

const causeIn = (content: string): string =>
  innerQuotes(content) === null ? '' : ', as its caption has quotation marks within the ones around it'

const withCurledQuotes = (content: string): string | null => {
  const found = innerQuotes(content)
  if (found === null) return null
  let isOpen = false
  const caption = found.caption.replace(/(?<!\\)"/g, () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
  return `write ${found.before}"${caption}")`
}
