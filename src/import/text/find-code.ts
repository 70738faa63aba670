// Where code stands in a markdown text, so that nothing touches it.

import type { MarkdownIt, Token } from 'markdown-it'

/** Offsets in the text, end-exclusive. `indented`: a block that is code only by its four spaces. */
export type CodeRange = {
  readonly start: number
  readonly end: number
  readonly kind: 'fence' | 'indented' | 'inline'
}

export const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** In the order of the text, none inside another. */
export const findCode = (
  text: string,
  markdown: MarkdownIt,
  tokens = markdown.parse(text, {}),
): readonly CodeRange[] => {
  const starts = lineStartsOf(text)
  const offsets = ([first, last]: readonly [number, number]) =>
    ({ start: starts[first] ?? text.length, end: starts[last] ?? text.length }) as const
  const ranges = tokens.flatMap((token: Token): CodeRange[] => {
    if (token.map === null) return []
    if (token.type === 'fence') return [{ ...offsets(token.map), kind: 'fence' }]
    if (token.type === 'code_block') return [{ ...offsets(token.map), kind: 'indented' }]
    if (token.type !== 'inline' || !token.content.includes('`')) return []
    const { start, end } = offsets(token.map)
    return inlineCode(text, start, end)
  })
  const ordered = ranges.toSorted((one, other) => one.start - other.start)
  return ordered.filter((range, index) => range.start >= (ordered[index - 1]?.end ?? 0))
}

const inlineCode = (text: string, start: number, end: number): CodeRange[] => {
  const ranges: CodeRange[] = []
  const runs = [...text.slice(start, end).matchAll(/\\`|`+/g)].filter(run => run[0][0] === '`')
  /** Of each length, the last first. */
  const starts = new Map<number, number[]>()
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length } = (runs[at] as RegExpExecArray)[0]
    const known = starts.get(length) ?? []
    starts.set(length, known)
    known.push(at)
  }
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index] as RegExpExecArray
    const closings = starts.get(open[0].length) ?? []
    while ((closings.at(-1) ?? runs.length) <= index) closings.pop()
    const closing = closings.at(-1)
    const close = closing === undefined ? undefined : runs[closing]
    if (closing === undefined || close === undefined) continue
    ranges.push({ start: start + open.index, end: start + close.index + close[0].length, kind: 'inline' })
    index = closing
  }
  return ranges
}

/** The code at an offset, or null. */
export const codeAt = (ranges: readonly CodeRange[], offset: number): CodeRange | null => {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle] as CodeRange
    if (offset < range.start) high = middle - 1
    else if (offset >= range.end) low = middle + 1
    else return range
  }
  return null
}

/** Changes the text outside code, piece by piece; the code between stays to the byte. */
export const outsideCode = (
  text: string,
  ranges: readonly CodeRange[],
  change: (piece: string) => string,
): string => {
  let result = ''
  let at = 0
  for (const range of ranges) {
    result += change(text.slice(at, range.start)) + text.slice(range.start, range.end)
    at = range.end
  }
  return result + change(text.slice(at))
}
