// Rows of a table with more cells than its head: markdown leaves out what is too much, and says nothing.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

export const findTableFaults = (tokens: readonly Token[], lines: readonly string[]): readonly BodyFault[] =>
  findLongRows(tokens, lines).map(row => ({ line: row.line, words: row.lost[0] ?? '', ...tooMany(row) }))

type LongRow = {
  readonly line: number
  /** Of the head. */
  readonly columns: number
  readonly cells: readonly string[]
  readonly lost: readonly string[]
}

/** `lines`: of the text that was read into `tokens`. */
export const findLongRows = (tokens: readonly Token[], lines: readonly string[]): readonly LongRow[] => {
  const rows: LongRow[] = []
  let columns = 0
  let isHead = false
  for (const { type, map } of tokens) {
    if (type === 'thead_open') columns = 0
    if (type === 'thead_open' || type === 'thead_close') isHead = type === 'thead_open'
    if (type === 'th_open' && isHead) columns++
    if (type !== 'tr_open' || isHead || !map) continue
    const cells = cellsOf(lines[map[0]] ?? '')
    const lost = cells.slice(columns).filter(cell => cell !== '')
    if (lost.length > 0) rows.push({ line: map[0], columns, cells, lost })
  }
  return rows
}

/** As GFM cuts a row: at every | that is not escaped, also in code. */
const cellsOf = (line: string): readonly string[] => {
  const row = line.replace(/^[ \t>]+/, '').replace(/^\||(?<!\\)\|[ \t]*$/g, '')
  return row.split(/(?<!\\)\|/).map(cell => cell.trim())
}

const tooMany = ({ cells, columns, lost }: LongRow) => ({
  code: 'table-cell-lost',
  message: `this row has ${cells.length} cells, but the head of the table has ${columns}: readers would not see “${lost.join(' | ')}”`,
  hint: cells.some(isCutCode)
    ? 'write \\| for a line that is part of a cell, also in code'
    : 'add a cell to the head, or write \\| for a line that is part of a cell',
})

const isCutCode = (cell: string): boolean => (cell.match(/`/g)?.length ?? 0) % 2 === 1
