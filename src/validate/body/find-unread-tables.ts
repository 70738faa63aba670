// What looks like a table and is none: readers would see one paragraph of lines and dashes.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'
import { beginsWithLine, cellsOf, dashesFor, isDashes, writtenRow } from './table-rows.ts'

export const findUnreadTables = (tokens: readonly Token[], lines: readonly string[]): readonly BodyFault[] =>
  tokens.flatMap((token, at): readonly BodyFault[] => {
    if (token.type !== 'inline' || !token.map || !/[|\t]/.test(token.content)) return []
    const open = tokens[at - 1]
    const [line] = token.map
    if (open?.type === 'heading_open' && open.markup === '-' && /\S\s*\|/.test(token.content))
      return [{ line, words: token.content, ...ofShortDashes(token.content) }]
    if (open?.type !== 'paragraph_open') return []
    const rows = token.content.split('\n')
    const found =
      ofDashes(rows, line, lines) ??
      ofRows(rows, line, lines) ??
      ofTabs(rows.map((row, index) => withTabs(row, lines[line + index])))
    return found === null ? [] : [{ line: line + found.at, words: rows[found.at] ?? '', ...found.fault }]
  })

type Found = { readonly at: number; readonly fault: ReturnType<typeof unread> }

const unread = (why: string, hint: string) => ({
  code: 'table-unread',
  severity: 'warning' as const,
  message: `this looks like a table and is none: ${why}`,
  hint,
})

const ofShortDashes = (head: string) => {
  const columns = cellsOf(head).length
  return unread(
    `the line of dashes below its head has 1 cell, and the head has ${columns}`,
    `write ${dashesFor(columns)} below it`,
  )
}

const ofDashes = (rows: readonly string[], line: number, lines: readonly string[]): Found | null => {
  const at = rows.findIndex(isDashes)
  if (at === -1) return null
  const dashes = rows[at] ?? ''
  const above = at === 0 ? lineAbove(lines, line) : (rows[at - 1] ?? '')
  const columns = cellsOf(above.includes('|') ? above : dashes).length
  if (at === 0)
    return above.includes('|')
      ? { at, fault: unread('an empty line stands above its line of dashes', 'remove the empty line') }
      : {
          at,
          fault: unread(
            'no head stands above its line of dashes',
            `write its head above, such as ${headFor(columns)}`,
          ),
        }
  const count = cellsOf(dashes).length
  if (/[\u2013\u2014]/.test(dashes))
    return { at, fault: unread('only short dashes make one', `write ${dashesFor(columns)}`) }
  if (count !== columns)
    return {
      at,
      fault: unread(
        `its line of dashes has ${count} ${count === 1 ? 'cell' : 'cells'}, and the head above it has ${columns}`,
        `write ${dashesFor(columns)}`,
      ),
    }
  return {
    at: at - 1,
    fault: unread('it stands in the middle of a paragraph', 'leave an empty line above it'),
  }
}

const headFor = (columns: number): string => writtenRow(Array<string>(columns).fill('…'))

const ofRows = (rows: readonly string[], line: number, lines: readonly string[]): Found | null => {
  const at = rows.findIndex(row => beginsWithLine(row) && cellsOf(row).length > 1)
  const row = rows[at]
  if (row === undefined) return null
  const hasOthers = rows.length > at + 1
  if (at === 0 && beginsWithLine(lineAbove(lines, line)))
    return { at, fault: unread('an empty line divides it from the rows above', 'remove the empty line') }
  // Of a head that is cut off by an empty line, what comes below it tells more.
  if (!hasOthers && beginsWithLine(lines.slice(line + at + 1, line + at + 4).find(isFilled) ?? ''))
    return null
  const dashes = dashesFor(cellsOf(row).length)
  return {
    at,
    fault: unread('it has no line of dashes below its head', `write ${dashes} below “${row.trim()}”`),
  }
}

const isFilled = (line: string): boolean => /[^\s>]/.test(line)

const lineAbove = (lines: readonly string[], line: number): string =>
  lines.slice(Math.max(0, line - 4), line).findLast(isFilled) ?? ''

/** Those around a paragraph are left out of it. */
const withTabs = (row: string, line = ''): string => (line.trim() === row.trim() ? line : row)

/** Pasted from a spreadsheet: as many tabs in each row, also where cells are empty. */
const ofTabs = (rows: readonly string[]): Found | null => {
  const [head = ''] = rows
  const cells = head.split('\t')
  const isTable =
    rows.length > 1 &&
    cells.length > 1 &&
    rows.every(row => row.split('\t').length === cells.length && beginsCell.test(row)) &&
    (cells.length > 2 || rows.some(row => /^\S/.test(row)))
  if (!isTable) return null
  const hint = `write ${writtenRow(cells.map(cell => cell.trim()))}, below it ${dashesFor(cells.length)}, and the other rows like the first`
  return { at: 0, fault: unread('its cells are divided by tabs', hint) }
}

/** No number or mark of a list. */
const beginsCell = /^(?:[\p{L}\p{N}]+(?![\p{L}\p{N}]|[.)]\t)|\t(?=[^\n]*\S))/u
