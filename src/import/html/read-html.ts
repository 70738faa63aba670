// HTML as a row of tags, words and comments, in linear time whatever is nested or left open. What belongs to what is for others.

import { Tokenizer } from 'htmlparser2'

export type Attributes = Readonly<Record<string, string>>

export type HtmlReader = {
  /** Names in lower case. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly words: (text: string) => void
  readonly comment: (text: string) => void
}

/** No element has more that anybody reads. */
const mostAttributes = 200

export const readHtml = (html: string, { open, close, words, comment }: HtmlReader): void => {
  let name = ''
  let attributes: Record<string, string> = {}
  let count = 0
  let attribute = ''
  let value = ''
  let text = ''
  const endText = () => {
    if (text !== '') words(text)
    text = ''
  }
  const endTag = () => {
    endText()
    open(name, attributes)
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        attributes = {}
        count = 0
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end)
      },
      onattribentity: point => {
        value += String.fromCodePoint(point)
      },
      onattribend: () => {
        if (count++ < mostAttributes && !Object.hasOwn(attributes, attribute)) attributes[attribute] = value
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (start, end) => {
        endText()
        close(html.slice(start, end).toLowerCase())
      },
      ontext: (start, end) => {
        text += html.slice(start, end)
      },
      ontextentity: point => {
        text += String.fromCodePoint(point)
      },
      oncdata: (start, end, offset) => {
        text += html.slice(start, end - offset)
      },
      oncomment: (start, end, offset) => {
        endText()
        comment(html.slice(start, end - offset))
      },
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: endText,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
