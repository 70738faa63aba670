// Numbers at the beginning of lines: to markdown they number the entries of a list, whatever their author meant.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

type List = {
  readonly first: number
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
  for (const token of tokens) {
    const { type, level, info, markup, map } = token
    if (type === 'ordered_list_open') open.push({ first: Number(token.attrGet('start') ?? 1), entries: [] })
    if (type === 'bullet_list_open') open.push({ first: Number.NaN, entries: [] })
    if (type === 'list_item_open' && info !== '')
      open.at(-1)?.entries.push({ line: map?.[0] ?? 0, number: Number(info), mark: info + markup })
    if (type === 'bullet_list_close') open.pop()
    if (type !== 'ordered_list_close') continue
    const list = open.pop()
    if (!list) continue
    faults.push(...faultsOf(list, lastAt.get(level) ?? 0))
    lastAt.set(level, list.first + list.entries.length - 1)
  }
  return faults
}

const faultsOf = ({ first, entries }: List, before: number): readonly BodyFault[] => {
  const [entry] = entries
  if (!entry) return []
  const isLone = entries.length === 1 && first > 1 && first !== before + 1
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
