// Reads any XML with a parser; where it is not well-formed, says what is wrong and where.

import { SaxesParser } from 'saxes'
import type { PageFault } from '../page-fault.ts'

/** An element that contains no other. */
export type XmlElement = {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly offset: number
  /** The offset of the element that it stands in; -1 for the root. */
  readonly within: number
}

export type Xml = { readonly elements: readonly XmlElement[]; readonly faults: readonly PageFault[] }

type OpenElement = Pick<XmlElement, 'name' | 'attributes' | 'offset'> & { text: string; isLeaf: boolean }

export const parseXml = (xml: string): Xml => {
  const elements: XmlElement[] = []
  const faults: PageFault[] = []
  const open: OpenElement[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  let understood = 0
  parser.on('error', error => {
    if (faults.length === 0) faults.push(malformed(error, xml, understood, parser.position))
  })
  parser.on('opentag', ({ name, attributes }) => {
    understood = parser.position
    const parent = open.at(-1)
    if (parent) parent.isLeaf = false
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value])
    const offset = parser.position - 1
    open.push({ name, attributes: Object.fromEntries(values), offset, text: '', isLeaf: true })
  })
  const addText = (text: string) => {
    understood = parser.position
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    understood = parser.position
    const element = open.pop()
    if (!element?.isLeaf) return
    const { name, text, attributes, offset } = element
    const path = [...open.map(each => each.name), name].join('/')
    elements.push({ name, path, text, attributes, offset, within: open.at(-1)?.offset ?? -1 })
  })
  parser.write(xml).close()
  return { elements, faults }
}

// The parser takes all up to the next ";" for an entity's name, and that may be pages further on.
const strayAmpersand = /&(?![\w:.#-]+;)/

/** `understood`: how far the parser had come before the `position` where it failed. */
const malformed = (error: Error, xml: string, understood: number, position: number): PageFault => {
  const stray = xml.slice(understood, position).search(strayAmpersand)
  return {
    code: 'xml-malformed',
    message: `this is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`,
    hint: 'escape text with the filter xml, or with cdata inside CDATA',
    offset: stray === -1 ? Math.max(0, position - 1) : understood + stray,
  }
}
