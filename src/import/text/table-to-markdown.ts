// A table in order as a markdown table: its first row heads it, each cell is one line.

import type { AddNote } from '../report/note.ts'
import type { HtmlNode } from './html-node.ts'

export const tableToMarkdown = (
  table: HtmlNode,
  convert: (html: string) => string,
  addNote: AddNote,
): string => {
  const rows = Array.from(table.querySelectorAll('tr')).map(row =>
    Array.from(row.childNodes).map(cell => convert(cell.innerHTML)),
  )
  const caption = Array.from(table.childNodes).find(child => child.nodeName === 'CAPTION')
  const heading = caption ? `\n\nTable: ${lineOf(convert(caption.innerHTML), addNote)}` : ''
  const [head = [], ...body] = rows.map(cells =>
    cells.map(cell => lineOf(cell, addNote).replace(/(?<!\\)\|/g, '\\|')),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${heading}\n\n${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n\n`
}

/** Marks of lists and headings are none within a line. */
const lineOf = (text: string, addNote: AddNote): string => {
  if (/\n/.test(text.trim())) addNote('Joined the lines of a table cell')
  return text
    .replace(/\\\n/g, ' ')
    .replace(/^(?:[ \t]*(?:#{1,6}|-|>))+[ \t]+/gm, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}
