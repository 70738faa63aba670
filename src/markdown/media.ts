// A video or a sound, written like a picture: `![Title](clip.mp4 "caption")`. Nothing plays or loads by itself.

import type { MarkdownIt, Token } from 'markdown-it'
import { mediaKindOf } from '../domain/media.ts'
import { isPlainParagraph } from './boxes.ts'
import { contextOf, type MarkdownContext, resolve } from './markdown-context.ts'
import { inSiteLanguage, type MarkdownSite, type Transcript } from './markdown-site.ts'
import { writtenSrc } from './pictures.ts'

const silence = /#silent$/

/** A video without sound is named “clip.mp4#silent”. */
export const readMediaSrc = (src: string): { readonly src: string; readonly isSilent: boolean } | null => {
  const name = src.replace(silence, '')
  return mediaKindOf(name) === null ? null : { src: name, isSilent: name !== src }
}

export const addMedia = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  markdown.core.ruler.push('media', state => {
    if (!state.src.includes('![')) return
    for (const [index, token] of state.tokens.entries()) {
      const [image, ...rest] = token.children ?? []
      if (image?.type !== 'image' || rest.length > 0 || readMediaSrc(writtenSrc(image)) === null) continue
      const open = state.tokens[index - 1]
      const close = state.tokens[index + 1]
      if (!isPlainParagraph(open) || !close) continue
      open.tag = close.tag = 'figure'
      // The paragraphs of a tight list are not shown.
      open.hidden = close.hidden = false
      open.attrSet('class', 'media')
      image.type = 'media'
    }
  })
  if (site === null) return
  const { escapeHtml } = markdown.utils
  const own = (words: string, context: MarkdownContext) => inSiteLanguage(escapeHtml(words), site, context)
  const transcriptOf = (transcript: Transcript, context: MarkdownContext): string => {
    const text = site.transcriptOf(transcript).trim()
    const paragraphs = text.split(/\n\s*\n/).map(paragraph => `<p>${escapeHtml(paragraph)}</p>\n`)
    return `<details><summary>${own(site.strings.transcript, context)}</summary>\n${paragraphs.join('')}</details>`
  }
  markdown.renderer.rules.media = (tokens, index, options, env, renderer) => {
    const token = tokens[index] as Token
    const context = contextOf(env)
    const written = writtenSrc(token)
    const title = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env))
    const media = context.media?.find(({ src }) => src === readMediaSrc(written)?.src)
    if (!media) return `<a href="${escapeHtml(written)}">${title}</a>`
    const at = (url: string) => escapeHtml(resolve(url, context))
    const isPage = context.base === ''
    const { kind, url, isSilent, size, captions, poster, transcript } = media
    const attributes = [
      'controls preload="none"',
      isPage && kind === 'video' ? 'playsinline' : '',
      isPage && isSilent ? 'muted' : '',
      size ? `width="${size.width}" height="${size.height}"` : '',
      poster ? `poster="${at(poster.url)}"` : '',
      `src="${at(url)}"`,
      isPage ? `aria-label="${title}"` : '',
    ]
    const track = captions
      ? `<track kind="captions" src="${at(captions.url)}" srclang="${context.language ?? site.language}" label="${escapeHtml(site.strings.captions)}">`
      : ''
    // What cannot play it shows the link.
    const inside = `${isPage ? track : ''}<a href="${at(url)}">${title}</a>`
    const under = [
      escapeHtml(String(token.attrGet('title') ?? '')),
      isSilent ? own(site.strings.noSound, context) : '',
      transcript && !isPage
        ? `<a href="${at(context.url)}">${own(site.strings.transcript, context)}</a>`
        : '',
    ]
    const caption = joined(under) + (transcript && isPage ? transcriptOf(transcript, context) : '')
    return `<${kind} ${joined(attributes)}>${inside}</${kind}>${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}`
  }
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')
