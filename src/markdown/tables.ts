// Tables that can scroll sideways by themselves, with headers that say what they head.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import { contextOf } from './markdown-context.ts'

export const addTables = (markdown: MarkdownIt): void => {
  const { rules } = markdown.renderer
  // In feeds a wrapper has no style to scroll by, and would only take the reader's focus.
  const isPage = (env: Env | undefined) => contextOf(env).base === ''
  rules.table_open = (_tokens, _index, _options, env) =>
    isPage(env) ? '<div class="table" tabindex="0"><table>\n' : '<table>\n'
  rules.table_close = (_tokens, _index, _options, env) => (isPage(env) ? '</table></div>\n' : '</table>\n')
  rules.th_open = (tokens, index, options, _env, renderer) => {
    const token = withClass(tokens[index] as Token)
    token.attrSet('scope', 'col')
    return renderer.renderToken(tokens, index, options)
  }
  rules.td_open = (tokens, index, options, _env, renderer) => {
    withClass(tokens[index] as Token)
    return renderer.renderToken(tokens, index, options)
  }
}

/** markdown-it aligns cells by inline styles, which a strict content security policy refuses. */
const withClass = (token: Token): Token => {
  const alignment = /right|center/.exec(String(token.attrGet('style') ?? ''))
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  if (alignment) token.attrSet('class', alignment[0] === 'right' ? 'end' : 'center')
  return token
}
