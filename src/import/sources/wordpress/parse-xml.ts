// A piece of XML as a tree, read as far as it can be read: exports hold what XML does not allow.

import { SaxesParser } from 'saxes'

export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** With that of elements in it, where it is no container. */
  text: string
  readonly children: XmlElement[]
}

type XmlPiece = {
  readonly elements: readonly XmlElement[]
  /** What was wrong with it, each once. */
  readonly faults: readonly string[]
}

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const parseXml = (xml: string): XmlPiece => {
  const faults = new Set<string>()
  const clean = xml.replace(forbidden, '')
  if (clean.length < xml.length) faults.add('characters that XML does not have were left out')
  if (clean.includes('\ufffd')) faults.add('bytes that are no text in its encoding became �')
  const closed = withClosedTexts(clean)
  if (closed.length > clean.length) faults.add('a text in it never ends')
  const readable = withEscapes(closed)
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const addText = (text: string) => {
    for (let at = open.length - 1; at > 0; at--) {
      const element = open[at]
      if (element === undefined || containers.has(element.name)) return
      element.text += text
    }
  }
  const parser = new SaxesParser({ fragment: true, xmlns: false, position: false })
  parser.on('error', error => faults.add(error.message.replace(/^(?:\d+:\d+|undefined:undefined): /, '')))
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(readable).close()
  } catch (error) {
    faults.add(error instanceof Error ? error.message : String(error))
  }
  return { elements: root.children, faults: [...faults] }
}

const containers = new Set(
  'rss channel item wp:author wp:category wp:tag wp:term wp:postmeta wp:comment wp:commentmeta'.split(' '),
)

/** Outside of CDATA some programs leave characters as they are that XML reads as the beginning of something. */
const withEscapes = (xml: string): string =>
  xml
    .replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '')
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
            .replace(/<(?![/!?]?[\p{L}_])/gu, '&lt;'),
    )
    .join('')

/** A text in CDATA whose end is missing is over where its element is. */
const withClosedTexts = (xml: string): string => {
  let result = ''
  let done = 0
  for (const opening of xml.matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>\s*<!\[CDATA\[/g)) {
    if (opening.index < done) continue
    const from = opening.index + opening[0].length
    const close = xml.indexOf(']]>', from)
    const next = xml.indexOf('<![CDATA[', from)
    if (close !== -1 && (next === -1 || close < next)) continue
    const end = xml.indexOf(`</${opening[1]}>`, from)
    const at = end === -1 ? xml.length : end
    result += `${xml.slice(done, at)}]]>`
    done = at
  }
  return result + xml.slice(done)
}
