// Reads any XML; where it is not well-formed, says what is wrong and where.

import { SaxesParser } from 'saxes'
import type { PageFault } from '../page-fault.ts'

/** One that holds no other element. */
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

// The parser takes all up to the next ";" for an entity's name, and that may be pages further on.
const strayAmpersand = /&(?![\w:.#-]+;)/

export const parseXml = (xml: string): Xml => {
  const elements: XmlElement[] = []
  const faults: PageFault[] = []
  const open: (Pick<XmlElement, 'name' | 'attributes' | 'offset'> & { text: string; isLeaf: boolean })[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  let understood = 0
  parser.on('error', error => {
    const message = `this is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`
    const hint = 'escape text with the filter xml, or cdata inside CDATA'
    const stray = xml.slice(understood, parser.position).search(strayAmpersand)
    const offset = stray === -1 ? Math.max(0, parser.position - 1) : understood + stray
    if (faults.length === 0)
      faults.push({ code: 'xml-malformed', message, hint, spot: { offset, words: '' } })
  })
  parser.on('opentag', tag => {
    understood = parser.position
    const parent = open.at(-1)
    if (parent) parent.isLeaf = false
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, { value }]) => [name, value]),
    )
    open.push({ name: tag.name, attributes, offset: parser.position - 1, text: '', isLeaf: true })
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
