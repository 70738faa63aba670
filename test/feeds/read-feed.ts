// A feed as a strict reader of XML sees it; throws where the XML is not well-formed.

import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'

export type Element = {
  readonly name: string
  /** Namespace of the name, "" for none. */
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

export const readFeed = (xml: string): Element => {
  const document: Element = { name: '', uri: '', attributes: {}, children: [], text: '' }
  const open = [document]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, attribute]) => [key, attribute.value])
    const element: Element = { name, uri, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const [root] = document.children
  if (!root) throw new Error('the document is empty')
  return root
}

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter(child => child.name === name)

export const textOf = (element: Element, name: string): string | undefined =>
  childrenOf(element, name)[0]?.text

export const channelOf = (feed: Element): Element => {
  const [channel, ...others] = feed.children
  if (channel?.name !== 'channel' || others.length > 0) throw new Error('there must be one channel')
  return channel
}

export const itemsOf = (feed: Element): readonly Element[] => childrenOf(channelOf(feed), 'item')

/** The words of HTML. */
export const textInHtml = (html: string): string => {
  let text = ''
  const parser = new Parser({
    ontext: part => {
      text += part
    },
  })
  parser.end(html)
  return text.trim()
}
