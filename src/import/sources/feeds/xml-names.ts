// Elements of a feed by their names, whichever prefixes it gives to the vocabularies that feeds use.

import { DomUtils, type parseDocument } from 'htmlparser2'
import { textInside } from './inside-element.ts'

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** By the end of their addresses, as feeds spell them with and without http, www and a last slash. */
const vocabularies: readonly (readonly [RegExp, string])[] = [
  [/purl\.org\/rss\/1\.0\/modules\/content\b/, 'content:'],
  [/purl\.org\/dc\/elements\/1\.\d\/?$/, 'dc:'],
  [/purl\.org\/dc\/terms\/?$/, 'dcterms:'],
  [/search\.yahoo\.com\/mrss\/?$/, 'media:'],
  [/itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes:'],
  [/rssnamespace\.org\/feedburner\/ext\/1\.0$/, 'feedburner:'],
  [/w3\.org\/2007\/app$|purl\.org\/atom\/app#$/, 'app:'],
  [/schemas\.google\.com\/blogger\/\d+$/, 'blogger:'],
  [/w3\.org\/2005\/Atom$|purl\.org\/atom\/ns#$/, 'atom:'],
  [/w3\.org\/1999\/xhtml$/, 'xhtml:'],
  [/purl\.org\/rss\/1\.0\/?$|netscape\.com\/rdf\/simple\/0\.9\/?$|backend\.userland\.com\/rss2$/, ''],
]

/** "content:encoded" in lower case. A prefix that nobody declares means what it usually means. */
export const nameOf = (element: XmlElement): string => {
  const [, prefix = '', local = ''] = /^(?:([^:]*):)?(.*)$/.exec(element.name.toLowerCase()) ?? []
  const written = addressOf(element, prefix)
  const known = vocabularies.find(([address]) => address.test(written))?.[1]
  return `${known ?? (prefix === '' ? '' : `${prefix}:`)}${local}`
}

const addressOf = (element: XmlElement, prefix: string): string => {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let each: XmlElement | null = element; each !== null; each = parentOf(each)) {
    const written = Object.entries(each.attribs).find(([attribute]) => attribute.toLowerCase() === name)
    if (written !== undefined) return written[1].trim()
  }
  return ''
}

export const parentOf = ({ parent }: XmlElement): XmlElement | null =>
  parent !== null && 'attribs' in parent ? (parent as XmlElement) : null

export const elementsIn = (node: XmlElement | ReturnType<typeof parseDocument>): readonly XmlElement[] =>
  node.children.filter((child): child is XmlElement => 'attribs' in child)

/** Wherever they stand: of one that is not closed, all that follow are a part. */
export const allNamed = (root: XmlElement, ...names: string[]): readonly XmlElement[] =>
  DomUtils.findAll(element => names.includes(nameOf(element)), [root])

/** The elements right inside of one, by their names. */
export type Inside = {
  /** Those of the first of these names that there are. */
  readonly all: (...names: string[]) => readonly XmlElement[]
  readonly first: (...names: string[]) => XmlElement | null
  readonly text: (...names: string[]) => string
}

export const insideOf = (element: XmlElement): Inside => {
  const byName = new Map<string, XmlElement[]>()
  for (const child of elementsIn(element)) {
    const name = nameOf(child)
    const others = byName.get(name) ?? []
    byName.set(name, others)
    others.push(child)
  }
  const all = (...names: string[]) =>
    names.map(name => byName.get(name)).find(found => found !== undefined) ?? []
  return {
    all,
    first: (...names) => all(...names)[0] ?? null,
    text: (...names) =>
      names.map(name => textOf(byName.get(name)?.[0] ?? null)).find(text => text !== '') ?? '',
  }
}

export const textOf = (element: XmlElement | null): string =>
  element === null ? '' : textInside(element).trim()
