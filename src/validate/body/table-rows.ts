// Rows of tables as they are written: their cells, the line of dashes below the head.

/** What stands before it in a quotation or a list is no part of a row. */
const rowOf = (line: string): string => line.replace(/^[ \t>]+/, '').trimEnd()

/** As GFM cuts a row: at every | that is not escaped, also in code. */
export const cellsOf = (line: string): readonly string[] => {
  const row = rowOf(line).replace(/^\||(?<!\\)\|$/g, '')
  return row.split(/(?<!\\)\|/).map(cell => cell.trim())
}

/** Also with the long dashes that word processors make. */
export const isDashes = (line: string): boolean =>
  line.includes('|') &&
  /^\|?\s*:?[-\u2013\u2014]+:?\s*(?:\|\s*:?[-\u2013\u2014]+:?\s*)*\|?$/.test(rowOf(line))

export const beginsWithLine = (line: string): boolean => rowOf(line).startsWith('|')

export const dashesFor = (columns: number): string => `|${'---|'.repeat(columns)}`

export const writtenRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
