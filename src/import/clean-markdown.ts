// Marks that Dateline's markdown does not know: attribute lists, footnotes, code by indentation.

import type { MarkdownIt } from 'markdown-it'
import { findCode, outsideCode } from './find-code.ts'
import { codeFence } from './html-piece.ts'
import type { Tell } from './note.ts'

export const cleanMarkdown = (text: string, markdown: MarkdownIt, tell: Tell): string =>
  fenceCode(dropMarks(text, markdown, tell), markdown, tell)

const attributeNote = 'An attribute list ({: .class} or {#id}) was left out'
const attributes =
  /[ \t]*(?<!\{)\{:?[ \t]*(?:(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))[ \t]*)+\}(?!\})|\{:[^{}\n]*\}/g

const dropMarks = (text: string, markdown: MarkdownIt, tell: Tell): string => {
  if (!/\{[:.#\w]|\{ *[.#]|\[\^/.test(text)) return text
  const hasNotes = /^\s{0,3}\[\^[^\]\s]+\]:/m.test(text)
  return outsideCode(text, findCode(text, markdown), piece => {
    const bare = piece.replace(attributes, list => {
      tell(attributeNote, list)
      return ''
    })
    if (!hasNotes) return bare
    // Without the brackets escaped, a footnote of one word would be read as a link's address.
    const numbered = bare
      .replace(/^( {0,3})\[\^([^\]\s]+)\]:/gm, '$1\\[$2\\]')
      .replace(/\[\^([^\]\s]+)\]/g, '\\[$1\\]')
    if (numbered !== bare) tell('Footnotes became numbers in brackets')
    return numbered
  })
}

const fenceCode = (text: string, markdown: MarkdownIt, tell: Tell): string => {
  if (!/^(?: {4}|\t| {1,3}\t)/m.test(text)) return text
  const blocks = markdown.parse(text, {}).filter(token => token.type === 'code_block')
  const lines = text.split('\n')
  for (const { map, level, content } of blocks.toReversed()) {
    const [first, end] = map ?? [0, 0]
    const indent = /^[ \t]*(?=[^ \t>])/.exec(lines[first] ?? '')?.[0]
    // Behind the mark of a list or a quotation there is no line of its own to put a fence on.
    if (indent === undefined || (indent.length < 4 && !indent.includes('\t'))) continue
    const outer = level === 0 ? '' : indent.startsWith('\t') ? indent.slice(1) : indent.slice(4)
    const fenced = codeFence(content.replace(/\n$/, ''), '').replace(/^(?=.)/gm, outer)
    const blank = lines
      .slice(first, end)
      .toReversed()
      .findIndex(line => line.trim() !== '')
    lines.splice(first, end - first - Math.max(0, blank), ...fenced.split('\n'))
    tell('Code set off by four spaces was fenced')
  }
  return lines.join('\n')
}
