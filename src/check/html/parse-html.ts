// Reads the parts of any HTML with a parser, as a browser reads it.

import { Parser } from 'htmlparser2'
import { addStyle, addTag, type HtmlParts, noParts } from './html-parts.ts'

/** `isXml`: names keep their letters, and every element must be closed. */
export const parseHtml = (html: string, isXml = false): HtmlParts => {
  const parts = noParts()
  let time: { offset: number; datetime: string; role: string; text: string } | null = null
  let style: { offset: number; text: string } | null = null
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = isXml ? localName(written) : written
        const offset = parser.startIndex
        addTag(parts, name, attributes, offset)
        if (name === 'style') style = { offset, text: '' }
        if (name === 'time')
          time = { offset, datetime: attributes.datetime ?? '', role: attributes.class ?? '', text: '' }
      },
      ontext: text => {
        if (time) time.text += text
        if (style) style.text += text
      },
      onclosetag: written => {
        const name = isXml ? localName(written) : written
        if (name === 'time' && time) {
          parts.times.push(time)
          time = null
        }
        if (name === 'style' && style) {
          addStyle(parts, style.text, style.offset)
          style = null
        }
      },
    },
    { decodeEntities: true, xmlMode: isXml, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  return parts
}

/** "svg:image" → "image" */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
