// Numbers at the beginning of lines: to markdown they number the entries of a list, whatever their author meant.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

type List = {
  readonly first: number
  /** Whether it stands right behind another list of numbers, which has another mark. */
  readonly isBehindList: boolean
  /** Where the numbers of its entries stand, and what they are. */
  readonly entries: { readonly line: number; readonly number: number; readonly mark: string }[]
}

/** No list of a news story is so long. */
const largeNumber = 100

export const findListFaults = (tokens: readonly Token[]): readonly BodyFault[] => {
  const faults: BodyFault[] = []
  const open: List[] = []
  /** The last number of the list before, at each level: an interrupted list goes on behind it. */
  const lastAt = new Map<number, number>()
  for (const [at, token] of tokens.entries()) {
    const { type, level, info, markup, map } = token
    const figure = type === 'bullet_list_open' ? loneFigure(tokens, at) : null
    if (figure !== null) faults.push({ line: map?.[0] ?? 0, words: figure, ...sign(figure) })
    if (type === 'ordered_list_open')
      open.push({
        ...{ first: Number(token.attrGet('start') ?? 1), entries: [] },
        isBehindList: tokens[at - 1]?.type === 'ordered_list_close',
      })
    if (type === 'bullet_list_open') open.push({ first: Number.NaN, isBehindList: false, entries: [] })
    if (type === 'list_item_open' && info !== '')
      open.at(-1)?.entries.push({ line: map?.[0] ?? 0, number: Number(info), mark: info + markup })
    if (type === 'bullet_list_close') open.pop()
    if (type !== 'ordered_list_close') continue
    const list = open.pop()
    if (!list) continue
    const isInRow = list.isBehindList || tokens[at + 1]?.type === 'ordered_list_open'
    faults.push(...faultsOf(list, lastAt.get(level) ?? 0, isInRow))
    lastAt.set(level, list.first + list.entries.length - 1)
  }
  return faults
}

/** `- 5 degrees was the low.`: outside of boxes, a list of one entry that begins with a figure. */
const loneFigure = (tokens: readonly Token[], at: number): string | null => {
  const [item, open, text, close, end, list] = tokens.slice(at + 1, at + 7)
  const isLone =
    tokens[at]?.level === 0 &&
    item?.type === 'list_item_open' &&
    open?.type === 'paragraph_open' &&
    close?.type === 'paragraph_close' &&
    end?.type === 'list_item_close' &&
    list?.type === 'bullet_list_close'
  const [number] = (isLone && /^[$€£]?\d[\d.,]*(?<!\.)/.exec(text?.content ?? '')) || []
  return number === undefined || item?.markup === '*' ? null : `${item?.markup} ${number}`
}

const sign = (figure: string) => ({
  code: 'list-sign',
  severity: 'warning' as const,
  message: `to markdown this line is a list of one entry, and readers would not see the ${figure[0]}`,
  hint: `write \\${figure} if it is a sign before a figure`,
})

/** `isInRow`: lists with different marks follow each other, as numbers that count down or leave some out are written. */
const faultsOf = ({ first, entries }: List, before: number, isInRow: boolean): readonly BodyFault[] => {
  const [entry] = entries
  if (!entry) return []
  const isLone = entries.length === 1 && first > 1 && first !== before + 1 && !isInRow
  if (isLone || first >= largeNumber)
    return [{ line: entry.line, words: entry.mark, ...(isLone ? lone(entry.mark) : large(entry.mark)) }]
  // Many number all entries alike, and let markdown count.
  if (entries.every(({ number }) => number === first)) return []
  const wrong = entries.findIndex(({ number }, index) => number !== first + index)
  const other = entries[wrong]
  return other === undefined
    ? []
    : [{ line: other.line, words: other.mark, ...misnumbered(other.mark, first + wrong) }]
}

const asText = (mark: string): string => mark.replace(/[.)]$/, '\\$&')

const lone = (mark: string) => ({
  code: 'list-of-one',
  severity: 'warning' as const,
  message: `to markdown this line is a list of one entry, with the number ${mark}`,
  hint: `write ${asText(mark)} if it is a year, a day or a figure`,
})

const large = (mark: string) => ({
  code: 'list-of-one',
  severity: 'warning' as const,
  message: `to markdown this line begins a list, with the number ${mark}`,
  hint: `write ${asText(mark)} if it is a year or a figure`,
})

const misnumbered = (mark: string, shown: number) => ({
  code: 'list-number',
  severity: 'warning' as const,
  message: `the entries of a list are counted on: readers would see ${shown} instead of ${mark}`,
  hint: `number the entries one after the other, or write ${asText(mark)} where it is no number of an entry`,
})
