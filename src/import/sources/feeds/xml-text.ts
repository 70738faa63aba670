// Texts and addresses in a feed of XML, as they are to be read there.

import { escapeHtml } from '../../../domain/escape.ts'
import { parseUrl } from '../../../domain/web-address.ts'
import { paragraphsOf } from './feed-item.ts'
import { htmlInside } from './inside-element.ts'
import { elementsIn, nameOf, parentOf, textOf, type XmlElement } from './xml-names.ts'

/** The address of a link of Atom by its relation; empty where there is none. */
export const hrefOf = (links: readonly XmlElement[], relation: string): string =>
  links.find(({ attribs }) => (attribs.rel ?? 'alternate') === relation)?.attribs.href?.trim() ?? ''

export const nextIn = (links: readonly XmlElement[]): readonly string[] =>
  ['next', 'prev-archive'].map(relation => hrefOf(links, relation)).filter(href => href !== '')

export const linksOf = (...links: readonly string[]): readonly string[] => [
  ...new Set(links.map(link => link.trim()).filter(link => link !== '')),
]

export const looksLikeHtml = (text: string): boolean =>
  /<\/?[a-z][^>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(text)

/** What Atom says of a text decides how it is read; some feeds say it wrongly. */
export const asHtml = (element: XmlElement, usual: 'text' | 'html' = 'html'): string => {
  const type = (element.attribs.type ?? '').toLowerCase()
  const children = elementsIn(element)
  if (/xhtml|\bxml/.test(type) || (children.length > 0 && !/html/.test(type))) {
    const [first] = children
    const isWrapped = children.length === 1 && first !== undefined && /(?:^|:)div$/.test(nameOf(first))
    return htmlInside(isWrapped ? first : element)
  }
  const text = textOf(element)
  if (/html/.test(type)) return text
  if (usual === 'text') return type === '' ? text : escapeHtml(text)
  return looksLikeHtml(text) && !/^text/.test(type) ? text : paragraphsOf(text, escapeHtml)
}

/** By xml:base, of which each may be relative to the one around it. */
export const baseOf = (element: XmlElement): string | null => {
  const written = element.attribs['xml:base']
  const parent = parentOf(element)
  const outer = parent === null ? null : baseOf(parent)
  if (written === undefined) return outer
  return parseUrl(written, outer ?? undefined)?.href ?? outer
}

export const resolved = (url: string, base: string | null): string =>
  url === '' || base === null ? url : (parseUrl(url, base)?.href ?? url)
