// Tables that can scroll sideways by themselves, with headers that say what they head.

import type { MarkdownIt, Token } from 'markdown-it'

export const addTables = (markdown: MarkdownIt): void => {
  const { rules } = markdown.renderer
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n'
  rules.table_close = () => '</table></div>\n'
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
