// Reads the parts of any HTML with a parser, as a browser reads it.

import { Parser } from 'htmlparser2'
import { addStyle, addTag, type HtmlParts, noParts } from './html-parts.ts'

/** As deep as any page nests; browsers flatten what is more than 512 deep, and the parser takes longer for each. */
export const deepest = 512

/**
 * `isXml`: names keep their letters, and every element must be closed. `tooDeep` hears where elements are nested
 * deeper than `deepest`; what follows is not read then.
 */
export const parseHtml = (
  html: string,
  isXml = false,
  tooDeep: ((offset: number) => void) | null = null,
): HtmlParts => {
  const parts = noParts()
  let depth = 0
  let time: { offset: number; datetime: string; role: string; text: string } | null = null
  let style: { offset: number; text: string } | null = null
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = isXml ? localName(written) : written
        const offset = parser.startIndex
        depth++
        if (depth > deepest && tooDeep) {
          tooDeep(offset)
          parser.pause()
        }
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
        depth--
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
