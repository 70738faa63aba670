// Tables that can scroll sideways by themselves, with a caption and with scoped headers.

import type { Env, MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'
import { contextOf } from './markdown-context.ts'

/** As in Pandoc: a paragraph right before or after a table, “Table: Fish landed, in tonnes”. */
const captionMark = /^Table:[ \t]+/

export const addTables = (markdown: MarkdownIt): void => {
  const { rules } = markdown.renderer
  // Before the inline text is parsed, so that the mark is not parsed with it.
  markdown.core.ruler.before('inline', 'tables', state => {
    if (!state.src.includes('|') || !state.tokens.some(({ type }) => type === 'table_open')) return
    markHeaders(state.tokens)
    addCaptions(state)
  })
  // Right after a table, without an empty line, it would be a row.
  markdown.block.ruler.push('caption', (state, line, _end, silent) => silent && isCaptionLine(state, line), {
    alt: ['blockquote'],
  })
  // In feeds a wrapper has no style to scroll by, and would only take the reader's focus.
  const isPage = (env: Env | undefined) => contextOf(env).base === ''
  rules.table_open = (tokens, index, _options, env) => {
    if (!isPage(env)) return '<table>\n'
    const id = tokens[index]?.meta?.caption
    const name = id ? ` role="region" aria-labelledby="${id}"` : ''
    return `<div class="table"${name} tabindex="0"><table>\n`
  }
  rules.table_close = (_tokens, _index, _options, env) => (isPage(env) ? '</table></div>\n' : '</table>\n')
  rules.th_open = (tokens, index, options, _env, renderer) => {
    const token = withClass(tokens[index] as Token)
    if (token.tag === 'th' && token.attrGet('scope') === null) token.attrSet('scope', 'col')
    return renderer.renderToken(tokens, index, options)
  }
  rules.td_open = (tokens, index, options, _env, renderer) => {
    withClass(tokens[index] as Token)
    return renderer.renderToken(tokens, index, options)
  }
}

const isCaptionLine = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): boolean =>
  captionMark.test(src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]))

/** The first cell of a row is its header, if it contains words; an empty header is none. */
const markHeaders = (tokens: readonly Token[]): void => {
  for (const [index, { type }] of tokens.entries()) {
    const [cell, text, close] = tokens.slice(index + 1, index + 4)
    if (type === 'tr_open' && cell?.type === 'td_open' && close && /\p{L}/u.test(text?.content ?? '')) {
      cell.tag = close.tag = 'th'
      cell.attrSet('scope', 'row')
    }
    if (type === 'th_open' && cell?.content === '' && text) {
      const head = tokens[index] as Token
      head.tag = text.tag = 'td'
    }
  }
}

const addCaptions = (state: StateCore): void => {
  const { tokens } = state
  const moved: Token[] = []
  let count = 0
  for (let at = 0; at < tokens.length; at++) {
    const table = tokens[at] as Token
    const isAbove = table.type === 'table_open' && isCaption(moved, moved.length - 3)
    const end = table.type === 'table_open' && !isAbove ? endOfTable(tokens, at) : -1
    const isBelow = end !== -1 && isCaption(tokens, end + 1)
    const caption = isAbove ? moved.splice(-3) : isBelow ? tokens.splice(end + 1, 3) : []
    moved.push(table)
    const [open, text, close] = caption
    if (!open || !text || !close) continue
    const id = `dl-table-${++count}`
    table.meta = { caption: id }
    open.tag = close.tag = 'caption'
    open.attrSet('id', id)
    text.content = text.content.replace(captionMark, '')
    moved.push(open, text, close)
  }
  state.tokens = moved
}

const endOfTable = (tokens: readonly Token[], at: number): number => {
  for (let index = at + 1; index < tokens.length; index++)
    if (tokens[index]?.type === 'table_close' && tokens[index]?.level === tokens[at]?.level) return index
  return -1
}

/** Whether a paragraph that is a caption begins here. */
const isCaption = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.type === 'paragraph_open' && captionMark.test(tokens[at + 1]?.content ?? '')

/** markdown-it aligns cells by inline styles, which a strict content security policy does not allow. */
const withClass = (token: Token): Token => {
  const alignment = /right|center/.exec(String(token.attrGet('style') ?? ''))
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  if (alignment) token.attrSet('class', alignment[0] === 'right' ? 'end' : 'center')
  return token
}
