// Pictures in a story's body: with their size, so that the page does not jump; alone in a paragraph, a figure.

import type { MarkdownIt, Token } from 'markdown-it'
import { decodePath } from '../domain/web-address.ts'
import type { PictureView } from '../pictures/picture-view.ts'
import { isPlainParagraph } from './boxes.ts'
import { contextOf, resolve } from './markdown-context.ts'

/** A picture's src as the author wrote it: markdown-it percent-encodes what is not ASCII. */
export const writtenSrc = (token: Token): string => decodePath(String(token.attrGet('src') ?? ''))

/** How wide a text is set: the browser chooses by it before it has laid out the page. */
const sizes = '(min-width: 42rem) 40rem, 100vw'

/** Urls are percent-encoded, types are ours: there is nothing to escape. */
const withSources = ({ sources }: PictureView, image: string): string =>
  sources.length === 0
    ? image
    : `<picture>${sources.map(({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${sizes}">`).join('')}${image}</picture>`

const classOf = ({ tone, isClear }: PictureView): string =>
  tone === null ? (isClear ? ' class="clear"' : '') : ` class="tone ${tone}"`

export const addPictures = (markdown: MarkdownIt): void => {
  const { escapeHtml } = markdown.utils
  markdown.core.ruler.push('figures', state => {
    if (!state.src.includes('![')) return
    for (const [index, token] of state.tokens.entries()) {
      const [picture, ...rest] = token.children ?? []
      const open = state.tokens[index - 1]
      const close = state.tokens[index + 1]
      if (picture?.type !== 'image' || rest.length > 0 || !isPlainParagraph(open) || !close) continue
      open.tag = close.tag = 'figure'
      // The paragraphs of a tight list are not shown.
      open.hidden = close.hidden = false
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
    const url = escapeHtml(resolve(picture.url, context))
    const size = `width="${picture.width}" height="${picture.height}"`
    const image =
      context.base === ''
        ? withSources(
            picture,
            `<img src="${url}" ${size} alt="${alt}" loading="lazy" decoding="async"${classOf(picture)}>`,
          )
        : `<img src="${url}" ${size} alt="${alt}">`
    return token.meta?.isFigure && caption ? `${image}<figcaption>${escapeHtml(caption)}</figcaption>` : image
  }
}
