// A video or a sound, written like a picture: `![Title](clip.mp4 "caption")`. Nothing plays or loads by itself.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { curlQuotes } from '../domain/curl-quotes.ts'
import { type MediaFile, mediaKindOf } from '../domain/media.ts'
import { isPlainParagraph } from './boxes.ts'
import { withoutComments } from './comments.ts'
import { contextOf, type MarkdownContext, resolve } from './markdown-context.ts'
import { inSiteLanguage, type MarkdownSite } from './markdown-site.ts'
import { writtenSrc } from './pictures.ts'

const silence = /#silent$/

/** A video without sound is named “clip.mp4#silent”. */
export const readMediaSrc = (src: string): { readonly src: string; readonly isSilent: boolean } | null => {
  const name = src.replace(silence, '')
  return mediaKindOf(name) === null ? null : { src: name, isSilent: name !== src }
}

export const addMedia = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  markdown.core.ruler.push('media', markMedia)
  if (site === null) return
  const { escapeHtml } = markdown.utils
  markdown.renderer.rules.media = (tokens, index, options, env, renderer) => {
    const token = tokens[index] as Token
    const context = contextOf(env)
    const written = writtenSrc(token)
    const title = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env))
    const media = context.media?.find(({ src }) => src === readMediaSrc(written)?.src)
    if (!media) return `<a href="${escapeHtml(written)}">${title}</a>`
    const caption = escapeHtml(String(token.attrGet('title') ?? ''))
    return playerOf(media, title, caption, { site, context, escapeHtml, isPage: context.base === '' })
  }
}

/** A video or a sound alone in its paragraph is a figure. */
const markMedia = (state: StateCore): void => {
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
}

type Surroundings = {
  readonly site: MarkdownSite
  readonly context: MarkdownContext
  readonly escapeHtml: (text: string) => string
  /** Else it is a feed. */
  readonly isPage: boolean
}

/** `title` and `caption` are HTML. */
const playerOf = (media: MediaFile, title: string, caption: string, around: Surroundings): string => {
  const url = addressOf(media.url, around)
  // A browser that cannot play it shows the link.
  const inside = `${trackOf(media, around)}<a href="${url}">${title}</a>`
  const under = captionOf(media, wordsUnder(media, title, caption), around)
  const figcaption = under === '' ? '' : `<figcaption>${under}</figcaption>`
  return `<${media.kind} ${attributesOf(media, title, around)}>${inside}</${media.kind}>${figcaption}`
}

/** A video shows what it is; a sound is a bare player to those who see. */
const wordsUnder = ({ kind }: MediaFile, title: string, caption: string): string => {
  if (kind === 'video' || title === caption) return caption
  const name = title === '' ? '' : `<strong>${title}</strong>`
  return [name, caption].filter(part => part !== '').join(' · ')
}

const addressOf = (url: string, { context, escapeHtml }: Surroundings): string =>
  escapeHtml(resolve(url, context))

const attributesOf = (media: MediaFile, title: string, around: Surroundings): string => {
  const { kind, url, isSilent, size, poster } = media
  return joined([
    'controls preload="none"',
    around.isPage && kind === 'video' ? 'playsinline' : '',
    around.isPage && isSilent ? 'muted' : '',
    size ? `width="${size.width}" height="${size.height}"` : '',
    poster ? `poster="${addressOf(poster.url, around)}"` : '',
    `src="${addressOf(url, around)}"`,
    around.isPage ? `aria-label="${title}"` : '',
  ])
}

const trackOf = ({ captions }: MediaFile, around: Surroundings): string => {
  const { site, context, escapeHtml, isPage } = around
  if (!captions || !isPage) return ''
  const language = context.language ?? site.language
  const label = escapeHtml(site.strings.captions)
  return `<track kind="captions" src="${addressOf(captions.url, around)}" srclang="${language}" label="${label}">`
}

const captionOf = ({ isSilent, transcript }: MediaFile, caption: string, around: Surroundings): string => {
  const { site, context, escapeHtml, isPage } = around
  const own = (words: string) => inSiteLanguage(escapeHtml(words), site, context)
  const noSound = isSilent ? own(site.strings.noSound) : ''
  if (!transcript) return joined([caption, noSound])
  const name = own(site.strings.transcript)
  if (!isPage) return joined([caption, noSound, `<a href="${addressOf(context.url, around)}">${name}</a>`])
  const language = context.language ?? site.language
  const text = withoutComments(site.transcriptOf(transcript)).trim()
  const paragraphs = text
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${escapeHtml(curlQuotes(paragraph, language))}</p>\n`)
  const details = `<details><summary>${name}</summary>\n${paragraphs.join('')}</details>`
  return joined([caption, noSound]) + details
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')
