// What WordPress's own shortcodes, and those of usual plugins, stand for.

import { escapeHtml } from '../../../domain/escape.ts'
import { noteHere } from '../../html/html-notes.ts'
import type { AddNote } from '../../report/note.ts'
import { pageOfEmbed } from '../../text/embed-url.ts'
import { replaceShortcodes, type Shortcode } from './shortcodes.ts'

export type Library = {
  /** A picture of the library with its caption; null when the export does not have it. */
  readonly figureOf: (id: string) => string | null
  /** Ids of the pictures that were uploaded for this story, in their order. */
  readonly own: () => readonly string[]
}

export const fillShortcodes = (html: string, library: Library, addNote: AddNote): string => {
  const fill = (tag: Shortcode): string | null => {
    const { name, named, inside } = tag
    if (isBuilder(name)) return builderPart(tag, fillInside, library, addNote)
    switch (name) {
      case 'caption':
      case 'wp_caption':
        return inside === null ? '' : captioned(fillInside(inside), named.get('caption') ?? '')
      case 'gallery':
      case 'playlist':
        return galleryOf(tag, library, addNote)
      case 'media-credit':
        return inside === null ? '' : captioned(fillInside(inside), '', named.get('name') ?? '')
      case 'embed':
        return inside === null ? null : address(inside)
      case 'audio':
      case 'video':
        return mediaOf(tag)
      case 'pullquote':
      case 'blockquote':
        return inside === null ? '' : `<blockquote>${fillInside(inside)}</blockquote>`
      case 'footnote':
      case 'efn_note':
      case 'mfn':
      case 'fn':
      case 'ref':
      case 'modern_footnote':
        return inside === null ? null : noteHere(inside)
      default:
        return embedOf(tag)
    }
  }
  const fillInside = (inside: string): string => replaceShortcodes(inside, fill)
  return withoutEnds(replaceShortcodes(html, fill))
}

/** What captions and pictures have is wrapped: the caption stands behind the picture, or in the tag. */
const captioned = (inside: string, caption: string, credit = ''): string => {
  const name = credit.trim() === '' ? '' : `<cite>${credit.trim()}</cite>`
  if (/^\s*<figure>[\s\S]*<\/figcaption><\/figure>\s*$/.test(inside))
    return inside.replace(/<\/figcaption><\/figure>\s*$/, ` ${caption}${name}$&`)
  const [picture = '', words = ''] =
    /^([\s\S]*?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inside)?.slice(1) ?? []
  if (picture === '') return [inside, caption, name].filter(part => part.trim() !== '').join('\n\n')
  const text = [words.replace(/^(?:\s|<br\s*\/?>)+/i, '').trim(), caption.trim(), name]
    .filter(part => part !== '')
    .join(' ')
  return `<figure>${picture.trim()}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`
}

const listOf = (text: string | undefined): readonly string[] => text?.match(/\d+/g) ?? []

const galleryOf = ({ name, named }: Shortcode, library: Library, addNote: AddNote): string => {
  const chosen = [...listOf(named.get('ids')), ...listOf(named.get('include'))]
  const without = new Set(listOf(named.get('exclude')))
  const ids = (chosen.length > 0 ? chosen : library.own()).filter(id => !without.has(id))
  const figures = ids.map(id => ({ id, figure: library.figureOf(id) }))
  const missing = figures.filter(({ figure }) => figure === null).map(({ id }) => id)
  if (missing.length > 0 || figures.length === 0)
    addNote('Left out files of a gallery that the export does not have', missing.join(', ') || name)
  return figures.map(({ figure }) => figure ?? '').join('\n')
}

const address = (text: string): string => {
  const [url] = /https?:\/\/[^\s"'<>[\]]+/.exec(text.replaceAll('&amp;', '&')) ?? []
  return url === undefined ? text : `\n\n<p>${escapeHtml(url)}</p>\n\n`
}

const mediaOf = ({ name, values, named, inside }: Shortcode): string | null => {
  const sources = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'm4a', 'ogg', 'wav'].map(key => named.get(key))
  const src =
    sources.find(source => source !== undefined) ??
    values[0] ??
    /https?:\/\/[^\s"'<>]+/.exec(inside ?? '')?.[0]
  return src === undefined ? null : `\n\n<${name} src="${escapeHtml(src)}"></${name}>\n\n`
}

const embeds =
  /^(?:youtube|vimeo|tweet|twitter|instagram|facebook|soundcloud|spotify|dailymotion|tiktok|ted|wpvideo|videopress|gist|scribd|iframe|googlemaps|googlevideo|flickr|pinterest|reddit|bandcamp|mixcloud|audioboom|fvplayer)$/

const pages: Readonly<Record<string, (id: string) => string>> = {
  wpvideo: id => `https://videopress.com/v/${id}`,
  videopress: id => `https://videopress.com/v/${id}`,
  dailymotion: id => `https://www.dailymotion.com/video/${id}`,
  ted: id => `https://www.ted.com/talks/${id}`,
  scribd: id => `https://www.scribd.com/document/${id}`,
}

/** By its address or its id, wherever the tag has it. */
const embedOf = ({ name, values, named, inside }: Shortcode): string | null => {
  if (!embeds.test(name)) return null
  const id =
    named.get('url') ??
    named.get('src') ??
    named.get('href') ??
    named.get('id') ??
    values[0] ??
    inside?.trim()
  if (id === undefined || id === '') return null
  const plain = /^\d{1,3}$/.test(id) && inside ? inside.trim() : id
  const url = pageOfEmbed(name, plain) ?? (/^[\w-]+$/.test(plain) ? pages[name]?.(plain) : undefined)
  return url === undefined ? null : `\n\n<p>${escapeHtml(url)}</p>\n\n`
}

const isBuilder = (name: string): boolean =>
  /^(?:vc_|et_pb_|fusion_|av_|cs_|tatsu_|mk_|ultimate_|x_|row$|column$|col$|one_half|one_third|two_third|one_fourth|three_fourth|section$)/.test(
    name,
  )

const builderNote = 'Removed tags of a page builder; what stood between them is kept'

/** Tags that only place things on the page; one with a picture shows it. */
const builderPart = (
  { name, named, inside }: Shortcode,
  fillInside: (inside: string) => string,
  { figureOf }: Library,
  addNote: AddNote,
): string => {
  addNote(builderNote, name)
  const picture = named.get('image') ?? named.get('image_id') ?? ''
  const src = named.get('src') ?? ''
  const alt = named.get('alt') ?? ''
  const shown = /^\d+$/.test(picture)
    ? (figureOf(picture) ?? '')
    : /\.(?:jpe?g|png|gif|webp)(?:\?|$)/i.test(src)
      ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`
      : ''
  const title = named.get('title') ?? named.get('heading') ?? ''
  const heading =
    title === '' || /^(?:vc_row|vc_column|et_pb_(?:section|row|column))/.test(name)
      ? ''
      : `<h3>${escapeHtml(title)}</h3>`
  return `\n\n${[heading, shown, inside === null ? '' : fillInside(inside)].filter(part => part !== '').join('\n\n')}\n\n`
}

/** Closing tags whose opening was filled in without them. */
const withoutEnds = (html: string): string =>
  html.replace(/\[\/(?:caption|wp_caption|gallery|embed|audio|video|playlist|media-credit)\]/g, '')
