// An HTML table as a markdown table: its first row heads it, each cell is one line.

import type { AddNote } from '../report/note.ts'
import type { HtmlNode } from './html-node.ts'

export const tableToMarkdown = (
  table: HtmlNode,
  convert: (html: string) => string,
  addNote: AddNote,
): string => {
  const rows = Array.from(table.querySelectorAll('tr'))
    .filter(row => tableOf(row) === table)
    .map(row => cellsOf(row).map(cell => convert(cell.innerHTML)))
    .filter(cells => cells.length > 0)
  const caption = Array.from(table.childNodes).find(child => child.nodeName === 'CAPTION')
  const heading = caption ? `\n\n${lineOf(convert(caption.innerHTML))}` : ''
  const width = Math.max(0, ...rows.map(cells => cells.length))
  // A table of one column only placed things on the page.
  if (width <= 1) return `${heading}\n\n${rows.flat().join('\n\n')}\n\n`
  if (rows.flat().some(cell => /\n/.test(cell.trim()))) addNote('Joined the lines of a table cell')
  const [head = [], ...body] = rows.map(cells =>
    Array.from({ length: width }, (_, index) => lineOf(cells[index] ?? '').replace(/(?<!\\)\|/g, '\\|')),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${heading}\n\n${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n\n`
}

const tableOf = (row: HtmlNode): HtmlNode | null => {
  let node = row.parentNode
  while (node !== null && node.nodeName !== 'TABLE') node = node.parentNode
  return node
}

/** A cell that spans more columns leaves the others empty. */
const cellsOf = (row: HtmlNode): readonly Pick<HtmlNode, 'innerHTML'>[] =>
  Array.from(row.childNodes)
    .filter(cell => cell.nodeName === 'TD' || cell.nodeName === 'TH')
    .flatMap(cell => {
      const span = Math.min(20, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1))
      return [cell, ...Array.from({ length: span - 1 }, () => ({ innerHTML: '' }))]
    })

const lineOf = (text: string): string =>
  text
    .replace(/\\\n/g, ' ')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
