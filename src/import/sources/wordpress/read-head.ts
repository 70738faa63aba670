// What an export says before its items: the old site's address and language, its authors and its categories.

import { parseXml, type XmlElement } from './parse-xml.ts'

export type WxrHead = {
  /** The address of the old site's front, without its last slash; empty when it is not named. */
  readonly address: string
  readonly authors: readonly { readonly login: string; readonly name: string; readonly email: string }[]
  readonly categories: readonly {
    readonly slug: string
    readonly name: string
    /** Slug of the category that it belongs to, or empty. */
    readonly parent: string
    readonly id: string
  }[]
  readonly faults: readonly string[]
}

export const readHead = (xml: string): WxrHead => {
  const { elements, faults } = parseXml(xml)
  const channel = elements.find(({ name }) => name === 'rss')?.children.find(({ name }) => name === 'channel')
  const children = channel?.children ?? elements
  const all = (name: string) => children.filter(child => child.name === name)
  const text = (name: string) => all(name)[0]?.text.trim() ?? ''
  return {
    address: (text('wp:base_blog_url') || text('link') || text('wp:base_site_url')).replace(/\/+$/, ''),
    authors: all('wp:author').map(author => ({
      login: inside(author, 'wp:author_login'),
      name: nameOf(author),
      email: inside(author, 'wp:author_email'),
    })),
    categories: all('wp:category').map(category => ({
      slug: inside(category, 'wp:category_nicename'),
      name: inside(category, 'wp:cat_name'),
      parent: inside(category, 'wp:category_parent'),
      id: inside(category, 'wp:term_id'),
    })),
    // Of a head that ends before the channel does, its open elements say nothing.
    faults: faults.filter(fault => !/unclosed tag/i.test(fault)),
  }
}

const inside = (element: XmlElement, name: string): string =>
  element.children.find(child => child.name === name)?.text.trim() ?? ''

const nameOf = (author: XmlElement): string => {
  const full = `${inside(author, 'wp:author_first_name')} ${inside(author, 'wp:author_last_name')}`.trim()
  return inside(author, 'wp:author_display_name') || full
}
