// Pictures in a story's body: with their size, so that the page does not jump; alone in a paragraph, a figure.

import type { MarkdownIt, Token } from 'markdown-it'
import { decodePath } from '../domain/decode-path.ts'
import { contextOf, resolve } from './markdown-context.ts'

/** A picture's src as the author wrote it: markdown-it percent-encodes what is not ASCII. */
export const writtenSrc = (token: Token): string => decodePath(String(token.attrGet('src') ?? ''))

export const addPictures = (markdown: MarkdownIt): void => {
  const { escapeHtml } = markdown.utils
  markdown.core.ruler.push('figures', state => {
    for (const [index, token] of state.tokens.entries()) {
      const [picture, ...rest] = token.children ?? []
      const open = state.tokens[index - 1]
      const close = state.tokens[index + 1]
      if (picture?.type !== 'image' || rest.length > 0 || open?.type !== 'paragraph_open' || !close) continue
      open.tag = close.tag = 'figure'
      picture.meta = { isFigure: true }
    }
  })
  markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index] as Token
    const context = contextOf(env)
    const src = writtenSrc(token)
    const alt = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env))
    const picture = context.pictures.find(known => known.src === src)
    if (!picture) return `<a href="${escapeHtml(src)}">${alt}</a>`
    const caption = String(token.attrGet('title') ?? '')
    const size = `width="${picture.width}" height="${picture.height}"`
    const image = `<img src="${escapeHtml(resolve(picture.url, context))}" ${size} alt="${alt}"${context.base === '' ? ' loading="lazy" decoding="async"' : ''}>`
    return token.meta?.isFigure && caption ? `${image}<figcaption>${escapeHtml(caption)}</figcaption>` : image
  }
}
