// The numbers that a list of HTML shows, as markdown can have them: it counts up by one, and from no number below zero.

import { element, type HtmlElement, type HtmlPart, isElement, wordsOf } from './html-tree.ts'

/** Each item with its number, or with the letter that stands for it in its text. */
export const numberedList = (list: HtmlElement, items: readonly HtmlElement[]): HtmlElement => {
  const { start, reversed, type = '', style = '' } = list.attributes
  const step = reversed === undefined ? 1 : -1
  const write = writers.get(typeOfStyle(style) ?? type)
  let next = numberIn(start) ?? (step === 1 ? 1 : items.length)
  let last: number | null = null
  let mark = '.'
  const numbered = items.map(item => {
    const number = numberIn(item.attributes.value) ?? next
    next = number + step
    const shown = write?.(number) ?? (number < 0 || number >= 1e9 ? String(number) : null)
    if (shown !== null) return withLabel(item, `${shown}. `)
    // Another mark begins another list, which counts from another number.
    if (last !== null && number !== last + 1) mark = otherMark(mark)
    last = number
    return element('li', { value: String(number), mark }, item.children)
  })
  return { ...list, children: numbered }
}

/** Lists that follow each other would be one list if they had the same marks. */
export const withListsApart = (parts: readonly HtmlPart[]): HtmlPart[] => {
  const result: HtmlPart[] = []
  let before: HtmlPart | null = null
  for (const part of parts) {
    const mark = markOf(before, -1)
    const list: HtmlPart =
      isElement(part, 'ol') && mark !== null && markOf(part, 0) === mark ? withOtherMarks(part) : part
    result.push(list)
    if (isElement(list, 'ol')) before = list
    else if (wordsOf(list).trim() !== '' || (isElement(list) && list.name !== 'div')) before = null
  }
  return result
}

/** The mark of the first or the last item of a list; null when it has none. */
const markOf = (list: HtmlPart | null, index: 0 | -1): string | null => {
  const item =
    list === null || !isElement(list) ? undefined : list.children.filter(part => isElement(part)).at(index)
  return item?.attributes.mark ?? null
}

const withOtherMarks = (list: HtmlElement): HtmlElement => ({
  ...list,
  children: list.children.map(part =>
    isElement(part) && part.attributes.mark !== undefined
      ? { ...part, attributes: { ...part.attributes, mark: otherMark(part.attributes.mark) } }
      : part,
  ),
})

const otherMark = (mark: string): string => (mark === '.' ? ')' : '.')

const numberIn = (text: string | undefined): number | null => {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(number) ? number : null
}

/** In the first paragraph of the item. */
const withLabel = (item: HtmlElement, label: string): HtmlElement => {
  const [first, ...rest] = item.children
  const children = isElement(first, 'p')
    ? [{ ...first, children: [label, ...first.children] }, ...rest]
    : [label, ...item.children]
  return element('li', {}, children)
}

const letters = (number: number): string | null => {
  if (number < 1) return null
  const [rest, at] = [Math.floor((number - 1) / 26), (number - 1) % 26]
  return (rest > 0 ? (letters(rest) ?? '') : '') + String.fromCharCode(97 + at)
}

const romanParts = [
  ...([
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
    ['c', 100],
    ['xc', 90],
  ] as const),
  ...([
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const),
] as const

const roman = (number: number): string | null => {
  if (number < 1 || number > 3999) return null
  const [text, value] = romanParts.find(([, value]) => value <= number) ?? ['', number]
  return text + (roman(number - value) ?? '')
}

const upper = (write: (number: number) => string | null) => (number: number) =>
  write(number)?.toUpperCase() ?? null

/** By the `type` of a list. */
const writers: ReadonlyMap<string, (number: number) => string | null> = new Map([
  ['a', letters],
  ['A', upper(letters)],
  ['i', roman],
  ['I', upper(roman)],
])

/** "list-style-type: upper-roman" is the type I; null when the style names no letters. */
const typeOfStyle = (style: string): string | null => {
  const [, size, kind] =
    /list-style(?:-type)?\s*:[^;]*?\b(lower|upper)-(alpha|latin|roman)\b/i.exec(style) ?? []
  if (size === undefined) return null
  const type = /roman/i.test(kind ?? '') ? 'i' : 'a'
  return /upper/i.test(size) ? type.toUpperCase() : type
}
