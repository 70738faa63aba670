// The text of an item with full addresses, with its sounds, films and files, without what feeds add to it.

import { DomUtils, parseDocument } from 'htmlparser2'
import { escapeHtml } from '../../../domain/escape.ts'
import { parseUrl } from '../../../domain/web-address.ts'
import { depthNote, isTooDeep } from '../../html/html-depth.ts'
import type { AddNote } from '../../report/note.ts'
import { textOfHtml } from '../../text/plain-text.ts'
import type { FeedItem, FeedMedia } from './feed-item.ts'
import { isCut } from './text-of-item.ts'

/** `html` is its text; `lead` is shown by itself. `base`: the address of the item's page, or null. */
export const bodyOfItem = (
  html: string,
  { media }: Pick<FeedItem, 'media'>,
  {
    base,
    lead,
    addNote,
  }: { readonly base: string | null; readonly lead: FeedMedia | null; readonly addNote: AddNote },
): string => {
  const own = withoutAdded(html, addNote)
  if (isCut(own)) addNote('The feed may cut the text off; compare it with the old page', endOf(own), 'editor')
  if (isTooDeep(own)) {
    addNote(depthNote, undefined, 'editor')
    return own
  }
  const page = parseDocument(own)
  for (const picture of DomUtils.getElementsByTagName('img', page.children)) {
    if (isCounter(picture.attribs)) {
      addNote('Removed a picture that only counts readers', picture.attribs.src)
      DomUtils.removeElement(picture)
    }
  }
  for (const element of DomUtils.findAll(
    ({ attribs }) => 'src' in attribs || 'href' in attribs,
    page.children,
  )) {
    for (const name of ['src', 'href']) {
      const written = element.attribs[name]?.trim()
      if (written !== undefined) element.attribs[name] = fullAddress(written, base)
    }
  }
  const body = DomUtils.getOuterHTML(page, { encodeEntities: 'utf8' })
  const more = media
    .filter(file => file !== lead)
    .map(file => ({ ...file, url: fullAddress(file.url, base) }))
    .filter(({ url }) => !body.includes(escapeHtml(url)) && !body.includes(url))
  return [body, ...more.map(mediaHtml)].join('\n')
}

export const fullAddress = (url: string, base: string | null): string =>
  base === null || url === '' || /^(?:#|[a-z][\w+.-]*:)/i.test(url) ? url : (parseUrl(url, base)?.href ?? url)

const endOf = (html: string): string => textOfHtml(html).slice(-80)

const isCounter = ({ width, height, src = '' }: Readonly<Record<string, string>>): boolean =>
  (Number(width) <= 1 && Number(height) <= 1 && width !== undefined && height !== undefined) ||
  /\/\/(?:feeds\.feedburner\.com\/~|pixel\.wp\.com|stats\.wordpress\.com|feedads\.|feeds\.wordpress\.com\/1\.0)/.test(
    src,
  )

/** The line that WordPress puts below each text of a feed, in some languages, and the buttons of FeedBurner. */
const added =
  /<p>\s*(?:The post|Der Beitrag|L[’']article|La entrada|O post|L[’']articolo|Het bericht)\b(?:(?!<\/p>)[\s\S]){0,1500}?(?:appeared first on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|apareceu primeiro em|proviene da|verscheen eerst op)(?:(?!<\/p>)[\s\S]){0,500}<\/p>\s*$|<div class="feedflare">[\s\S]*?<\/div>/i

const withoutAdded = (html: string, addNote: AddNote): string => {
  const [found] = added.exec(html) ?? []
  if (found === undefined) return html
  addNote('Removed a line that the feed adds to each text', textOfHtml(found))
  return html.replace(found, '')
}

const mediaHtml = ({ url, type, alt, caption }: FeedMedia): string => {
  const src = escapeHtml(url)
  const words = caption || alt || (/[^/?#]+(?=$|[?#])/.exec(url)?.[0] ?? url)
  if (isPicture({ url, type })) {
    const picture = `<img src="${src}" alt="${escapeHtml(alt || caption)}">`
    return `<figure>${picture}${caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`
  }
  const tag = /^audio|\.(?:mp3|m4a|ogg|oga|wav|flac)(?:$|\?)/i.exec(type || url)
    ? 'audio'
    : /^video/.test(type)
      ? 'video'
      : null
  return tag === null
    ? `<p><a href="${src}">${escapeHtml(words)}</a></p>`
    : `<${tag} src="${src}" title="${escapeHtml(words)}"></${tag}>`
}

export const isPicture = ({ url, type }: Pick<FeedMedia, 'url' | 'type'>): boolean =>
  /^image/.test(type) || (type === '' && /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)/i.test(url))
