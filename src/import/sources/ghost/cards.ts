// Cards of Ghost in the HTML that readers saw: what stands in their frames, players and buttons, in plain elements.

import { DomUtils, parseDocument } from 'htmlparser2'
import { escapeHtml } from '../../../domain/escape.ts'
import type { AddNote } from '../../report/note.ts'
import { bookmarkHtml, linkHtml, paragraph } from './card-html.ts'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

const hasClass = (element: Element, name: string): boolean =>
  (element.attribs.class ?? '').split(/\s+/).includes(name)

const find = (card: Element, ...classes: string[]): Element | null =>
  DomUtils.findOne(each => classes.some(name => hasClass(each, name)), card.children) ?? null

const wordsOf = (element: Element | null): string =>
  element === null ? '' : DomUtils.textContent(element).replace(/\s+/g, ' ').trim()

const htmlOf = (element: Element | null): string => (element === null ? '' : DomUtils.getInnerHTML(element))

const outer = (element: Element | null): string => (element === null ? '' : DomUtils.getOuterHTML(element))

const byTag = (card: Element, name: string): Element | null =>
  DomUtils.getElementsByTagName(name, card.children)[0] ?? null

const captionOf = (card: Element): string => htmlOf(byTag(card, 'figcaption'))

/** A button is a link to readers; one without an address only sends a form. */
const buttonsOf = (card: Element): string =>
  DomUtils.getElementsByTagName('a', card.children)
    .filter(
      ({ attribs }) =>
        (attribs.href ?? '') !== '' && /\bkg-(?:btn|[a-z-]+-button)\b/.test(attribs.class ?? ''),
    )
    .map(link => paragraph(linkHtml(link.attribs.href ?? '', htmlOf(link).trim())))
    .join('')

type Card = (card: Element) => string

const bookmark: Card = card =>
  bookmarkHtml(
    find(card, 'kg-bookmark-container')?.attribs.href ?? byTag(card, 'a')?.attribs.href ?? '',
    wordsOf(find(card, 'kg-bookmark-title')),
    {
      description: wordsOf(find(card, 'kg-bookmark-description')),
      by: [wordsOf(find(card, 'kg-bookmark-author')), wordsOf(find(card, 'kg-bookmark-publisher'))],
      caption: captionOf(card),
    },
  )

const gallery: Card = card => {
  const pictures = DomUtils.getElementsByTagName('img', card.children)
  const shown = pictures.map(picture => {
    const { parent } = picture
    const isLinked = parent instanceof Object && 'name' in parent && parent.name === 'a'
    return paragraph(outer(isLinked ? (parent as Element) : picture))
  })
  return shown.join('') + paragraph(captionOf(card))
}

const file: Card = card => {
  const title = wordsOf(find(card, 'kg-file-card-title'))
  const name = wordsOf(find(card, 'kg-file-card-filename'))
  const size = wordsOf(find(card, 'kg-file-card-filesize'))
  const about = [title === '' ? '' : name, size].filter(part => part !== '').join(', ')
  const href = find(card, 'kg-file-card-container')?.attribs.href ?? byTag(card, 'a')?.attribs.href ?? ''
  const link = linkHtml(href, escapeHtml(title || name))
  return (
    paragraph(about === '' ? link : `${link} (${escapeHtml(about)})`) +
    paragraph(htmlOf(find(card, 'kg-file-card-caption')))
  )
}

/** The player around it is made of buttons. */
const sound: Card = card => {
  const src = byTag(card, 'audio')?.attribs.src ?? ''
  const title = wordsOf(find(card, 'kg-audio-title'))
  return `<audio src="${escapeHtml(src)}" title="${escapeHtml(title)}"></audio>`
}

const film: Card = card => {
  const caption = byTag(card, 'figcaption')
  const src = byTag(card, 'video')?.attribs.src ?? ''
  const video = `<video src="${escapeHtml(src)}" title="${escapeHtml(wordsOf(caption))}"></video>`
  // Its words stand in the title already.
  return htmlOf(caption).includes('href=') ? video + paragraph(htmlOf(caption)) : video
}

const product: Card = card => {
  const stars = DomUtils.findAll(each => hasClass(each, 'kg-product-card-rating-star'), card.children)
  const rating = stars.map(star => (hasClass(star, 'kg-product-card-rating-active') ? '★' : '☆')).join('')
  const title = htmlOf(find(card, 'kg-product-card-title'))
  return [
    paragraph(outer(find(card, 'kg-product-card-image'))),
    title === '' ? '' : `<h3>${title}</h3>`,
    paragraph(rating),
    htmlOf(find(card, 'kg-product-card-description')),
    buttonsOf(card),
  ].join('')
}

const header: Card = card => {
  const title = htmlOf(find(card, 'kg-header-card-header', 'kg-header-card-heading'))
  const picture = find(card, 'kg-header-card-image')
  return [
    title === '' ? '' : `<h2>${title}</h2>`,
    paragraph(htmlOf(find(card, 'kg-header-card-subheader', 'kg-header-card-subheading'))),
    paragraph(outer(picture)),
    buttonsOf(card),
  ].join('')
}

const toggle: Card = card =>
  `<details><summary>${htmlOf(find(card, 'kg-toggle-heading-text'))}</summary>${htmlOf(find(card, 'kg-toggle-content'))}</details>`

const callout: Card = card =>
  paragraph(
    [wordsOf(find(card, 'kg-callout-emoji')), htmlOf(find(card, 'kg-callout-text'))]
      .filter(Boolean)
      .join(' '),
  )

/** The scripts of networks only draw what stands beside them. */
const embed: Card = card => {
  for (const script of DomUtils.getElementsByTagName('script', card.children)) DomUtils.removeElement(script)
  return DomUtils.getOuterHTML(card)
}

const cards: Readonly<Record<string, Card>> = {
  'kg-bookmark-card': bookmark,
  'kg-gallery-card': gallery,
  'kg-file-card': file,
  'kg-audio-card': sound,
  'kg-video-card': film,
  'kg-product-card': product,
  'kg-header-card': header,
  'kg-toggle-card': toggle,
  'kg-callout-card': callout,
  'kg-button-card': buttonsOf,
  'kg-embed-card': embed,
  'kg-signup-card': () => '',
  'kg-email-card': () => '',
}

const signUpNote = 'Left out a form in which readers sign up'
const bookmarkNote = 'Left out the small picture of a link to another page'

export const withoutCards = (nodes: ReturnType<typeof parseDocument>, addNote: AddNote): void => {
  const found = DomUtils.findAll(
    element => /\bkg-(?:[a-z]+-card|blockquote-alt)\b/.test(element.attribs.class ?? ''),
    nodes.children,
  )
  for (const element of found) {
    const name = Object.keys(cards).find(each => hasClass(element, each))
    if (hasClass(element, 'kg-blockquote-alt'))
      replace(element, `<p>::: pullquote</p>${blocks(element)}<p>:::</p>`)
    if (name === undefined) continue
    if (name === 'kg-signup-card') addNote(signUpNote, wordsOf(element))
    const picture = name === 'kg-bookmark-card' ? byTag(element, 'img') : null
    if (picture !== null) addNote(bookmarkNote, picture.attribs.src)
    replace(element, cards[name]?.(element) ?? '')
  }
}

/** A quotation set large, in paragraphs. */
const blocks = (quote: Element): string =>
  byTag(quote, 'p') === null ? paragraph(htmlOf(quote)) : htmlOf(quote)

const replace = (element: Element, html: string): void => {
  for (const node of [...parseDocument(html).children]) DomUtils.prepend(element, node)
  DomUtils.removeElement(element)
}
