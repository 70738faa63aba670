// One item of a WordPress export, by the names that WordPress has.

import { detached } from '../../../system/detached.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'

type Label = { readonly domain: string; readonly slug: string; readonly name: string }

export type WxrItem = {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly title: string
  readonly link: string
  readonly guid: string
  readonly slug: string
  /** In the old site's own time, and in UTC. */
  readonly date: string
  readonly dateGmt: string
  readonly modified: string
  readonly modifiedGmt: string
  readonly pubDate: string
  readonly parent: string
  readonly order: number
  readonly hasPassword: boolean
  readonly isSticky: boolean
  /** A key of an author. */
  readonly creator: string
  readonly excerpt: string
  readonly content: string
  readonly labels: readonly Label[]
  readonly meta: readonly (readonly [string, string])[]
  /** States of its comments: "1" is one that readers saw. */
  readonly comments: readonly string[]
  /** The address of an attachment's file. */
  readonly file: string
  /** What was wrong with its XML. */
  readonly faults: readonly string[]
}

export const readItem = (xml: string): WxrItem => {
  const { elements, faults } = parseXml(xml)
  const [item] = elements
  const children = item?.children ?? []
  const all = (name: string) => children.filter(child => child.name === name)
  const text = (name: string) => detached(all(name)[0]?.text.trim() ?? '')
  const type = text('wp:post_type')
  return {
    // Of an item that breaks off, its first elements are there.
    id: text('wp:post_id') || (/[?&](?:p|page_id)=(\d+)/.exec(text('guid'))?.[1] ?? ''),
    type: type === '' ? 'post' : type,
    status: text('wp:status'),
    title: text('title'),
    link: text('link'),
    guid: text('guid'),
    slug: text('wp:post_name'),
    date: text('wp:post_date'),
    dateGmt: text('wp:post_date_gmt'),
    modified: text('wp:post_modified'),
    modifiedGmt: text('wp:post_modified_gmt'),
    pubDate: text('pubDate'),
    parent: text('wp:post_parent'),
    order: Number(text('wp:menu_order')) || 0,
    hasPassword: text('wp:post_password') !== '',
    isSticky: text('wp:is_sticky') === '1',
    creator: text('dc:creator'),
    excerpt: text('excerpt:encoded'),
    content: all('content:encoded')[0]?.text ?? '',
    labels: all('category').map(labelOf),
    meta: all('wp:postmeta').map(meta => [inside(meta, 'wp:meta_key'), inside(meta, 'wp:meta_value')]),
    comments: all('wp:comment').map(comment => inside(comment, 'wp:comment_approved')),
    file: text('wp:attachment_url'),
    faults,
  }
}

const inside = (element: XmlElement, name: string): string =>
  detached(element.children.find(child => child.name === name)?.text.trim() ?? '')

/** Exports of long ago wrote each category a second time, without its domain. */
const labelOf = ({ attributes, text }: XmlElement): Label => ({
  domain: detached((attributes.domain ?? 'category').replace(/^tag$/, 'post_tag')),
  slug: detached(attributes.nicename ?? ''),
  name: detached(text.trim()),
})

export const metaOf = ({ meta }: WxrItem, ...names: readonly string[]): string =>
  names.map(name => meta.find(([key, value]) => key === name && value !== '')?.[1]).find(Boolean) ?? ''
