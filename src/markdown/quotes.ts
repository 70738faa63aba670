// Straight quotation marks and apostrophes of a text become those of its language; code and addresses stay as they are.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { curlPieces, curlQuotes, type Piece } from '../domain/curl-quotes.ts'
import { contextOf } from './markdown-context.ts'
import type { MarkdownSite } from './markdown-site.ts'

/** `site` is null where a text is only read, not shown. */
export const addQuotes = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  if (site === null) return
  markdown.core.ruler.after('smartquotes', 'quotes_of_language', state =>
    curlTokens(state, contextOf(state.env).language ?? site.language),
  )
}

/** Each block has its own quotations: a paragraph, a heading, a cell. */
const curlTokens = ({ src, tokens }: StateCore, language: string): void => {
  if (!/['"]/.test(src)) return
  for (const { type, content, children } of tokens)
    if (type === 'inline' && children && /['"]/.test(content)) curlChildren(children, language)
}

const curlChildren = (children: readonly Token[], language: string): void => {
  let isAddress = false
  const pieces = children.map((token): Piece => {
    if (token.type === 'link_open') isAddress = token.info === 'auto'
    if (token.type === 'link_close') isAddress = false
    if (token.children) curlChildren(token.children, language)
    const title = token.attrGet('title')
    if (title) token.attrSet('title', curlQuotes(String(title), language))
    return { text: wordsOf(token), isFixed: isAddress || token.type !== 'text' }
  })
  const curled = curlPieces(pieces, language)
  for (const [index, token] of children.entries())
    if (token.type === 'text' && !pieces[index]?.isFixed) token.content = curled[index] ?? token.content
}

/** What a reader sees of it, as far as marks beside it go. */
const wordsOf = ({ type, content }: Token): string => {
  if (/break$|_time$/.test(type)) return '\n'
  return type === 'image' ? 'x' : content
}
