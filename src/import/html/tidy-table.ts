// A table of HTML as a plain grid with one row of heads, or its cells one after the other where it only placed things on the page.

import {
  boundary,
  element,
  type HtmlElement,
  type HtmlPart,
  hasInside,
  isElement,
  wordsOf,
} from './html-tree.ts'

type Cell = { readonly isHead: boolean; readonly children: readonly HtmlPart[] }
type Row = { readonly isHead: boolean; readonly cells: readonly HtmlElement[] }

export const tidyTable = (table: HtmlElement): readonly HtmlPart[] => {
  const caption = table.children.find(part => isElement(part, 'caption'))
  const rows = rowsOf(table)
  const stray = strayIn(table.children, caption)
  const before = hasWords(stray) ? [boundary(), ...stray, boundary()] : []
  if (isLayout(table, rows)) {
    const cells = rows.flatMap(row => row.cells.flatMap(cell => [boundary(), ...cell.children, boundary()]))
    const heading = isElement(caption) ? [element('p', {}, caption.children)] : []
    return [...before, ...heading, ...cells]
  }
  const grid = withOneHead(gridOf(rows), rows)
  const lines = grid.map(cells =>
    element(
      'tr',
      {},
      cells.map(({ isHead, children }) => element(isHead ? 'th' : 'td', {}, [...children])),
    ),
  )
  return [...before, element('table', {}, [...(isElement(caption) ? [caption] : []), ...lines])]
}

const hasWords = (parts: readonly HtmlPart[]): boolean =>
  parts.some(
    part =>
      wordsOf(part).trim() !== '' ||
      (isElement(part) &&
        (part.name === 'img' || part.name === 'iframe' || hasInside(part, inner => inner.name === 'img'))),
  )

const isGroup = (part: HtmlPart): part is HtmlElement => isElement(part, 'thead', 'tbody', 'tfoot')
const isCell = (part: HtmlPart): part is HtmlElement => isElement(part, 'td', 'th')

/** Cells without a row are one. */
const rowsOf = ({ name, children }: HtmlElement): readonly Row[] => {
  const rows: { readonly isHead: boolean; readonly cells: HtmlElement[] }[] = []
  let loose: HtmlElement[] | null = null
  for (const part of children) {
    if (isCell(part)) {
      if (loose === null) {
        loose = []
        rows.push({ isHead: name === 'thead', cells: loose })
      }
      loose.push(part)
    } else if (isElement(part, 'tr')) {
      rows.push({ isHead: name === 'thead', cells: part.children.filter(isCell) })
      loose = null
    } else if (isGroup(part)) rows.push(...rowsOf(part).map(row => ({ ...row, cells: [...row.cells] })))
  }
  return rows.filter(({ cells }) => cells.length > 0)
}

/** What stands between the cells; browsers show it before the table. */
const strayIn = (parts: readonly HtmlPart[], caption: HtmlPart | undefined): readonly HtmlPart[] =>
  parts.flatMap(part => {
    if (part === caption || isCell(part)) return []
    if (isGroup(part) || isElement(part, 'tr')) return strayIn(part.children, caption)
    return isElement(part, 'caption') ? [element('p', {}, part.children)] : [part]
  })

const isRich = ({ name }: HtmlElement): boolean =>
  /^(?:h[1-6]|ul|ol|dl|blockquote|pre|figure|table|hr|iframe|video|audio)$/.test(name)

const isLayout = ({ attributes }: HtmlElement, rows: readonly Row[]): boolean => {
  if (/^(?:presentation|none)$/.test(attributes.role ?? '')) return true
  const cells = rows.flatMap(row => row.cells)
  if (Math.max(0, ...rows.map(row => row.cells.length)) <= 1) return true
  if (cells.some(cell => hasInside(cell, inner => inner.name === 'table'))) return true
  const isMarked = rows.some(row => row.isHead) || cells.some(cell => cell.name === 'th')
  return !isMarked && (rows.length === 1 || cells.some(cell => hasInside(cell, isRich)))
}

const spanOf = (cell: HtmlElement, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(cell.attributes[name] ?? '1', 10) || 1))

/** A cell that spans more columns or rows leaves the others empty; one of the head stands over each. */
const gridOf = (rows: readonly Row[]): readonly (readonly Cell[])[] => {
  const below: number[] = []
  const grid = rows.map(row => {
    const line: Cell[] = []
    const skip = () => {
      while ((below[line.length] ?? 0) > 0) {
        below[line.length] = (below[line.length] ?? 0) - 1
        line.push({ isHead: false, children: [] })
      }
    }
    for (const cell of row.cells) {
      skip()
      const down = spanOf(cell, 'rowspan', rows.length) - 1
      const isHead = row.isHead || cell.name === 'th'
      const across = spanOf(cell, 'colspan', 50)
      for (let at = 0; at < across; at++) {
        below[line.length] = down
        line.push({ isHead, children: at === 0 || (row.isHead && across < 50) ? cell.children : [] })
      }
    }
    skip()
    return line
  })
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0)
  return grid.map(line => [
    ...line,
    ...Array.from({ length: width - line.length }, () => ({
      isHead: line.every(cell => cell.isHead),
      children: [],
    })),
  ])
}

/** Rows of the head become one; a table whose heads all stand in its first column has an empty one. */
const withOneHead = (
  grid: readonly (readonly Cell[])[],
  rows: readonly Row[],
): readonly (readonly Cell[])[] => {
  const count = rows.filter(row => row.isHead).length
  if (count > 1 && rows.slice(0, count).every(row => row.isHead)) {
    const head = (grid[0] ?? []).map((_, column) => ({
      isHead: true,
      children: grid
        .slice(0, count)
        .flatMap(line => line[column]?.children ?? [])
        .flatMap((part, at) => (at === 0 ? [part] : [' ', part])),
    }))
    return [head, ...grid.slice(count)]
  }
  const first = grid[0] ?? []
  const isBare = first[0]?.isHead === true && first.slice(1).every(cell => !cell.isHead)
  return isBare && first.length > 1 ? [first.map(() => ({ isHead: true, children: [] })), ...grid] : grid
}
