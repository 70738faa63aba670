// A table in order as a markdown table: its first row heads it, each cell is one line.

import type { AddNote } from '../report/note.ts'

const cellEnd = '\ue030'
const rowEnd = '\ue031'

/** A table's parts are written one in the other, so that each cell is converted once. */
export const cellToMarkdown = (content: string, addNote: AddNote): string =>
  lineOf(content, addNote).replace(/(?<!\\)\|/g, '\\|') + cellEnd

export const rowToMarkdown = (content: string): string => content + rowEnd

export const captionToMarkdown = (content: string, addNote: AddNote): string =>
  `Table: ${lineOf(content, addNote)}${rowEnd}`

export const tableToMarkdown = (content: string): string => {
  const rows = content.split(rowEnd).slice(0, -1)
  const caption = rows[0]?.includes(cellEnd) ? undefined : rows.shift()?.trim()
  const [head = [], ...body] = rows.map(row =>
    row
      .split(cellEnd)
      .slice(0, -1)
      .map(cell => cell.trim()),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const heading = caption === undefined ? '' : `\n\n${caption}`
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
