// Links and pictures in the text of an item: to the old site's own pages and files, by the address or path that each has.

import { DomUtils, parseDocument } from 'htmlparser2'
import { escapeHtml } from '../../../domain/escape.ts'
import { depthNote, isTooDeep } from '../../html/html-depth.ts'
import type { AddNote } from '../../report/note.ts'
import type { Attachment } from './attachment.ts'
import type { WxrExport } from './read-export.ts'
import type { Uploads } from './uploads.ts'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

type Rules = Pick<WxrExport, 'attachments' | 'links'> & {
  readonly uploads: Uploads
  readonly addNote: AddNote
}

export const withOwnFiles = (html: string, rules: Rules): string => {
  if (!/<(?:img|a|audio|video|source)\b|background-image/i.test(html)) return html
  if (isTooDeep(html)) {
    rules.addNote(depthNote, undefined, 'editor')
    return html
  }
  const page = parseDocument(html)
  for (const cover of DomUtils.findAll(isCover, page.children)) showBackground(cover)
  for (const picture of DomUtils.getElementsByTagName('img', page.children)) showPicture(picture, rules)
  for (const link of DomUtils.getElementsByTagName('a', page.children)) leadOn(link, rules)
  for (const list of DomUtils.getElementsByTagName('ul', page.children)) unlist(list)
  for (const media of DomUtils.getElementsByTagName(
    name => /^(?:audio|video|source)$/.test(name),
    page.children,
  )) {
    const found = rules.uploads.find(media.attribs.src ?? '')
    if (found !== null) media.attribs.src = found
  }
  return DomUtils.getOuterHTML(page, { encodeEntities: 'utf8' })
}

const attachmentOf = ({ attribs }: Element, { attachments }: Rules): Attachment | undefined => {
  const id =
    /\bwp-image-(\d+)/.exec(attribs.class ?? '')?.[1] ?? attribs['data-attachment-id'] ?? attribs['data-id']
  return id === undefined ? undefined : attachments.get(id)
}

/** Scripts load some pictures late: their addresses stand elsewhere until then. */
const addressOf = ({ attribs }: Element): string => {
  const late = [
    attribs['data-src'],
    attribs['data-lazy-src'],
    attribs['data-original'],
    attribs['data-orig-file'],
  ]
  const src = attribs.src?.trim() ?? ''
  const isPlaceholder = src === '' || src.startsWith('data:')
  return (isPlaceholder ? late.find(address => address !== undefined && address !== '') : undefined) ?? src
}

const tooltipNote = 'Removed the tooltip of a picture'

const showPicture = (picture: Element, rules: Rules): void => {
  const { uploads, addNote } = rules
  const attachment = attachmentOf(picture, rules)
  const { alt = '', title = '' } = picture.attribs
  const src = addressOf(picture)
  const found = (attachment && uploads.find(attachment.url)) ?? uploads.find(src)
  const words = alt.trim() || attachment?.alt || ''
  if (title.trim() !== '' && words !== '' && title.trim() !== words) addNote(tooltipNote, title)
  const credit = attachment?.credit ?? ''
  const isNamed = credit === '' || nameInCaption(picture, credit)
  picture.attribs = {
    ...(picture.attribs.class !== undefined && { class: picture.attribs.class }),
    src: found ?? src,
    alt: words || title.trim(),
    ...(!isNamed && { title: credit }),
  }
}

/** Behind the words of the picture's caption, as the old site showed it; false where it has none. */
const nameInCaption = (picture: Element, credit: string): boolean => {
  let figure = picture.parent
  while (figure !== null && !(figure instanceof Object && 'name' in figure && figure.name === 'figure'))
    figure = figure.parent
  const [caption] = figure === null ? [] : DomUtils.getElementsByTagName('figcaption', figure.children)
  if (caption === undefined) return false
  if (DomUtils.textContent(caption).includes(credit)) return true
  const [added] = parseDocument(`<cite>${escapeHtml(credit)}</cite>`).children
  if (added !== undefined) DomUtils.appendChild(caption, added)
  return true
}

const leadOn = (link: Element, rules: Rules): void => {
  const { attachments, links, uploads } = rules
  const href = link.attribs.href?.trim() ?? ''
  if (href === '' || href.startsWith('#')) return
  const id =
    /\bwp-att-(\d+)/.exec(link.attribs.rel ?? '')?.[1] ??
    (uploads.isOwn(href)
      ? /^[^?#]*\?(?:[^#]*&)?(?:p|page_id|attachment_id)=(\d+)/.exec(href)?.[1]
      : undefined)
  const attachment = id === undefined ? undefined : attachments.get(id)
  const target = attachment?.url ?? (id === undefined ? href : (links.get(id) ?? href))
  const [picture] = DomUtils.getElementsByTagName('img', link.children)
  if (picture !== undefined && isSameFile(target, picture.attribs.src ?? '')) {
    unwrap(link)
    return
  }
  link.attribs.href = uploads.find(target) ?? target
}

const isCover = ({ attribs }: Element): boolean => /background-image:\s*url\(/i.test(attribs.style ?? '')

/** A picture that words stand on is one before them. */
const showBackground = (cover: Element): void => {
  const src = /background-image:\s*url\(\s*["']?([^"')]+)/i.exec(cover.attribs.style ?? '')?.[1]
  if (src === undefined || DomUtils.getElementsByTagName('img', cover.children).length > 0) return
  const [picture] = parseDocument(`<p><img src="${escapeHtml(src)}" alt=""></p>`).children
  if (picture !== undefined) DomUtils.prependChild(cover, picture)
}

/** A gallery of an older editor is a list of pictures. */
const unlist = (list: Element): void => {
  if (!/\bblocks-gallery-grid\b|\bwp-block-gallery\b/.test(list.attribs.class ?? '')) return
  for (const entry of DomUtils.getElementsByTagName('li', list.children, false)) unwrap(entry)
  unwrap(list)
}

const unwrap = (element: Element): void => {
  for (const child of [...element.children]) DomUtils.prepend(element, child)
  DomUtils.removeElement(element)
}

/** A picture that leads to itself, larger: it is shown as large as it is. */
const isSameFile = (one: string, other: string): boolean =>
  fileName(one) !== '' && fileName(one) === fileName(other)

const fileName = (url: string): string =>
  (/[^/]+\.(?:jpe?g|png|gif|webp|avif|svg)(?=$|[?#])/i.exec(url)?.[0] ?? '')
    .replace(/(?:-\d{1,5}x\d{1,5}|-scaled)(?=\.\w+$)/, '')
    .toLowerCase()
