// A card of Ghost's editor as plain HTML: of an export that has only what the editor keeps, not what readers saw.

import { escapeHtml } from '../../../domain/escape.ts'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import { createArchiveMarkdown } from '../../text/archive-markdown.ts'
import { textOfHtml } from '../../text/plain-text.ts'

type Card = (card: Reader) => string

type Reader = {
  /** Plain words. */
  readonly words: (...names: string[]) => string
  /** HTML as it is. */
  readonly html: (...names: string[]) => string
  readonly field: (name: string) => unknown
}

const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${escapeHtml(value)}"`

const figureHtml = (inside: string, caption: string): string =>
  `<figure>${inside}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`

const imageHtml = (src: string, alt: string): string =>
  src === '' ? '' : `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`

export const linkHtml = (href: string, words: string): string =>
  href === '' ? words : `<a href="${escapeHtml(href)}">${words || escapeHtml(href)}</a>`

export const paragraph = (inside: string): string => (inside.trim() === '' ? '' : `<p>${inside}</p>`)

const image: Card = ({ words, html }) => {
  const picture = imageHtml(words('src'), words('alt', 'altText') || words('title'))
  return figureHtml(linkOr(words('href'), picture), html('caption'))
}

const linkOr = (href: string, inside: string): string => (href === '' ? inside : linkHtml(href, inside))

const gallery: Card = ({ html, field }) => {
  const value = field('images')
  const pictures = (Array.isArray(value) ? value : []).map(asMap).filter(map => map !== null)
  const shown = pictures.map(picture => {
    const { words, html } = readerOf(picture)
    return figureHtml(imageHtml(words('src'), words('alt')), html('caption'))
  })
  return `${shown.join('')}${paragraph(html('caption'))}`
}

/** A page of another site, in the words that it was shown with. */
export const bookmarkHtml = (
  href: string,
  title: string,
  {
    description,
    by,
    caption,
  }: { readonly description: string; readonly by: readonly string[]; readonly caption: string },
): string => {
  const names = by.filter(name => name !== '').map(escapeHtml)
  const link = linkHtml(href, escapeHtml(title))
  return [
    paragraph(names.length === 0 ? link : `${link} (${names.join(', ')})`),
    paragraph(escapeHtml(description)),
    paragraph(caption),
  ].join('')
}

const bookmark: Card = ({ words, html, field }) => {
  const about = readerOf(asMap(field('metadata')) ?? new Map())
  return bookmarkHtml(words('url') || about.words('url'), words('title') || about.words('title'), {
    description: words('description') || about.words('description'),
    by: [about.words('author') || words('author'), about.words('publisher') || words('publisher')],
    caption: html('caption'),
  })
}

const embed: Card = ({ words, html }) => {
  const shown = html('html')
  const isFrame = /<iframe|<blockquote/i.test(shown)
  return figureHtml(
    isFrame || words('url') === '' ? shown : paragraph(escapeHtml(words('url'))),
    html('caption'),
  )
}

const media =
  (name: 'audio' | 'video'): Card =>
  ({ words, html }) => {
    const title = words('title', 'fileName') || textOfHtml(html('caption'))
    return figureHtml(
      `<${name} src="${escapeHtml(words('src'))}"${attribute('title', title)}></${name}>`,
      html('caption'),
    )
  }

const button = (href: string, words: string): string => paragraph(words === '' ? '' : linkOr(href, words))

const headed: Card = ({ words, html }) =>
  [
    html('header') === '' ? '' : `<h2>${html('header')}</h2>`,
    paragraph(html('subheader')),
    imageOf(words('backgroundImageSrc')),
    button(words('buttonUrl'), html('buttonText')),
  ].join('')

const imageOf = (src: string): string => (src === '' ? '' : paragraph(imageHtml(src, '')))

const file: Card = ({ words }) =>
  [
    paragraph(linkHtml(words('src'), escapeHtml(words('fileTitle', 'title') || words('fileName')))),
    paragraph(escapeHtml(words('fileCaption', 'caption'))),
  ].join('')

const product: Card = ({ words, html, field }) => {
  const stars = Math.min(5, Math.max(0, Math.round(Number(field('productStarRating')) || 0)))
  return [
    imageOf(words('productImageSrc')),
    html('productTitle') === '' ? '' : `<h3>${html('productTitle')}</h3>`,
    field('productRatingEnabled') === true ? paragraph('★'.repeat(stars) + '☆'.repeat(5 - stars)) : '',
    html('productDescription'),
    button(words('productUrl'), html('productButton')),
  ].join('')
}

const markdown: Card = ({ field }) =>
  createArchiveMarkdown({ hasIndentedCode: true }).render(String(field('markdown') ?? ''))

const code: Card = ({ words, html, field }) =>
  figureHtml(
    `<pre><code${attribute('class', words('language') && `language-${words('language')}`)}>${escapeHtml(String(field('code') ?? ''))}</code></pre>`,
    html('caption'),
  )

const nothing: Card = () => ''

const cards: Readonly<Record<string, Card>> = {
  image,
  gallery,
  bookmark,
  embed,
  code,
  codeblock: code,
  markdown,
  'card-markdown': markdown,
  html: ({ html }) => html('html'),
  hr: () => '<hr>',
  horizontalrule: () => '<hr>',
  audio: media('audio'),
  video: media('video'),
  file,
  product,
  header: headed,
  callout: ({ words, html }) =>
    paragraph([words('calloutEmoji'), html('calloutText')].filter(Boolean).join(' ')),
  toggle: ({ html }) => `<details><summary>${html('heading')}</summary>${html('content')}</details>`,
  button: ({ words, html }) => button(words('buttonUrl'), html('buttonText')),
  'call-to-action': ({ words, html }) =>
    [imageOf(words('imageUrl')), html('textValue'), button(words('buttonUrl'), html('buttonText'))].join(''),
  // What members are asked for, and what only mails have.
  ...{ paywall: nothing, email: nothing, 'email-cta': nothing, signup: nothing, transistor: nothing },
}

const readerOf = (card: Fields): Reader => ({
  words: (...names) => names.map(name => asText(card.get(name))).find(text => text !== null) ?? '',
  html: (...names) =>
    names
      .map(name => card.get(name))
      .find(value => typeof value === 'string' && value !== '')
      ?.toString() ?? '',
  field: name => card.get(name),
})

/** Null for a card that is unknown. */
export const cardHtml = (name: string, card: Fields): string | null => cards[name]?.(readerOf(card)) ?? null
