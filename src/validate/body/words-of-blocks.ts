// The words that a text has been cut into, block by block in the order of its lines: before the marks in them are read.

import type { Token } from 'markdown-it'
import { readBox } from '../../markdown/boxes.ts'
import { readEntryLine } from '../../markdown/live-entries.ts'
import type { Definition } from './find-reference-faults.ts'

type Part = { readonly line: number; readonly text: string }

/** `definitions`: of links; nobody sees them, and the links have what they say. */
export const wordsOfBlocks = (
  tokens: readonly Token[],
  lines: readonly string[],
  definitions: readonly Definition[],
): string => {
  const parts: Part[] = []
  let line = 0
  let isMoved = definitions.length > 0
  /** Of a footnote, until its text tells where it stands. */
  let label = ''
  for (const [at, token] of tokens.entries()) {
    if (token.map) line = token.map[0]
    if (token.type === 'footnote_open') label = String(token.meta?.label)
    if (token.type === 'footnote_open' || token.tag === 'caption' || token.meta?.entry) isMoved = true
    if (label !== '' && token.map) {
      parts.push({ line, text: label })
      label = ''
    }
    const text = textOf(token, tokens[at - 1])
    if (text !== '') parts.push({ line, text })
  }
  // Nothing stands in a line behind one of them, but the mark of a list may stand before it.
  for (const {
    lines: [start, end],
  } of definitions)
    parts.push({
      line: start,
      text: lines
        .slice(start, end)
        .join('\n')
        .replace(/^[^[]*/, ''),
    })
  const inOrder = isMoved ? parts.toSorted((one, other) => one.line - other.line) : parts
  return inOrder.map(({ text }) => text).join(' ')
}

const textOf = ({ type, content, info, children }: Token, before: Token | undefined): string => {
  if (type === 'inline') return markBefore(children?.[0], before) + content
  if (type === 'fence') return `${info}\n${content}`
  if (type === 'list_item_open') return info
  return type === 'container_box_open' ? nameOfBox(info) : content
}

/** What was taken off its beginning: the word that makes a caption, or the time of a timeline's entry. */
const markBefore = (first: Token | undefined, before: Token | undefined): string => {
  if (before?.tag === 'caption') return 'Table '
  return first?.type === 'timeline_time' ? `${first.content} ` : ''
}

/** The words behind it are those of its heading. */
const nameOfBox = (info: string): string => {
  const { name = '', words = '' } = readBox(info) ?? {}
  return name === 'entry' ? `${name} ${readEntryLine(words, 'UTC').time}` : name
}
