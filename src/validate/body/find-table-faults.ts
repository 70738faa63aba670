// Rows of a table with more cells than its head: markdown leaves out what is too much, and says nothing. And text that became a row.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'
import { cellsOf, writtenRow } from './table-rows.ts'

export const findTableFaults = (tokens: readonly Token[], lines: readonly string[]): readonly BodyFault[] => [
  ...findLongRows(tokens, lines).map(row => ({
    line: row.line,
    words: row.lost[0] ?? '',
    ...tooMany(row, lines),
  })),
  ...rowsOf(tokens).flatMap(({ line, columns }): readonly BodyFault[] => {
    const text = (lines[line] ?? '').replace(/^[ \t>]+/, '').trim()
    return columns > 1 && text !== '' && !text.includes('|') ? [{ line, words: text, ...noRow(text) }] : []
  }),
]

type Row = {
  readonly line: number
  /** Of the head, and its line. */
  readonly columns: number
  readonly head: number
}

type LongRow = Row & { readonly cells: readonly string[]; readonly lost: readonly string[] }

/** All below the heads of tables. */
const rowsOf = (tokens: readonly Token[]): readonly Row[] => {
  const rows: Row[] = []
  let columns = 0
  let head = 0
  let isHead = false
  for (const { type, map } of tokens) {
    if (type === 'thead_open') columns = 0
    if (type === 'thead_open' || type === 'thead_close') isHead = type === 'thead_open'
    if (type === 'thead_open' && map) head = map[0]
    if (type === 'th_open' && isHead) columns++
    if (type === 'tr_open' && !isHead && map) rows.push({ line: map[0], columns, head })
  }
  return rows
}

/** `lines`: of the text that was read into `tokens`. */
export const findLongRows = (tokens: readonly Token[], lines: readonly string[]): readonly LongRow[] =>
  rowsOf(tokens).flatMap(row => {
    const cells = cellsOf(lines[row.line] ?? '')
    const lost = cells.slice(row.columns).filter(cell => cell !== '')
    return lost.length > 0 ? [{ ...row, cells, lost }] : []
  })

const tooMany = (row: LongRow, lines: readonly string[]) => ({
  code: 'table-cell-lost',
  message: `this row has ${row.cells.length} cells, but the head of the table has ${row.columns}: readers would not see “${row.lost.join(' | ')}”`,
  hint: row.cells.some(isCutCode)
    ? 'write \\| for a line that is part of a cell, also in code'
    : `${longerHead(row, lines)}; or write \\| for a line that is part of a cell`,
})

const isCutCode = (cell: string): boolean => (cell.match(/`/g)?.length ?? 0) % 2 === 1

/** A head that grows without its line of dashes would be no table any more. */
const longerHead = ({ cells, columns, head }: LongRow, lines: readonly string[]): string => {
  const more = cells.length - columns
  const names = cellsOf(lines[head] ?? '').slice(0, columns)
  const dashes = cellsOf(lines[head + 1] ?? '')
  const first = writtenRow([...names, ...Array<string>(more).fill('…')])
  const second = `|${[...dashes, ...Array<string>(more).fill('---')].join('|')}|`
  return first.length > 120
    ? 'add a cell to the head and as many dashes to the line below it'
    : `write the head as ${first} and the line below it as ${second}`
}

const noRow = (text: string) => ({
  code: 'table-row-text',
  severity: 'warning' as const,
  message: 'right below a table, this line becomes a row of it',
  hint: `leave an empty line above it; if it is a row, write | ${text} | … |`,
})
