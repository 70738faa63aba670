// What stands inside an element of a feed, as HTML and as text. However deep it is nested: nothing here calls itself.

import { escapeHtml } from '../../../domain/escape.ts'
import type { XmlElement } from './xml-names.ts'

type Piece = XmlElement['children'][number] | string

const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

/** Prefixes of names go. */
export const htmlInside = (element: XmlElement): string =>
  joined(element, escapeHtml, ({ name: written, attribs }) => {
    const name = written.replace(/^.*:/, '')
    const start = Object.entries(attribs).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    return [`<${name}${start.join('')}>`, isVoid.test(name) ? '' : `</${name}>`]
  })

export const textInside = (element: XmlElement): string =>
  joined(
    element,
    text => text,
    () => ['', ''],
  )

const joined = (
  { children }: XmlElement,
  write: (text: string) => string,
  tagsOf: (element: XmlElement) => readonly [start: string, end: string],
): string => {
  let result = ''
  const pending: Piece[] = children.toReversed()
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (typeof at === 'string') result += at
    else if ('attribs' in at) {
      const [start, end] = tagsOf(at)
      result += start
      pending.push(end, ...at.children.toReversed())
    } else if ('children' in at) pending.push(...at.children.toReversed())
    else if (at.nodeType === 3) result += write(at.data)
  }
  return result
}
