// Where code stands in a markdown text, so that nothing touches it.

import type { MarkdownIt, Token } from 'markdown-it'

/** Offsets in the text, end-exclusive. `indented`: a block that is code only by its four spaces. */
export type CodeSpan = {
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
): readonly CodeSpan[] => {
  const starts = lineStartsOf(text)
  const offsets = ([first, last]: readonly [number, number]) =>
    ({ start: starts[first] ?? text.length, end: starts[last] ?? text.length }) as const
  const spans = tokens.flatMap((token: Token): CodeSpan[] => {
    if (token.map === null) return []
    if (token.type === 'fence') return [{ ...offsets(token.map), kind: 'fence' }]
    if (token.type === 'code_block') return [{ ...offsets(token.map), kind: 'indented' }]
    if (token.type !== 'inline' || !token.content.includes('`')) return []
    const { start, end } = offsets(token.map)
    return inlineCode(text, start, end)
  })
  const ordered = spans.toSorted((one, other) => one.start - other.start)
  return ordered.filter((span, index) => span.start >= (ordered[index - 1]?.end ?? 0))
}

const inlineCode = (text: string, start: number, end: number): CodeSpan[] => {
  const spans: CodeSpan[] = []
  const runs = [...text.slice(start, end).matchAll(/\\`|`+/g)].filter(run => run[0][0] === '`')
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index]
    const closing = runs.findIndex((run, at) => at > index && run[0] === open?.[0])
    const close = runs[closing]
    if (!open || !close) continue
    spans.push({ start: start + open.index, end: start + close.index + close[0].length, kind: 'inline' })
    index = closing
  }
  return spans
}

/** The code at an offset, or null. */
export const codeAt = (spans: readonly CodeSpan[], offset: number): CodeSpan | null => {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as CodeSpan
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return span
  }
  return null
}

/** Changes the text outside code, piece by piece; the code between stays to the byte. */
export const outsideCode = (
  text: string,
  spans: readonly CodeSpan[],
  change: (piece: string) => string,
): string => {
  let result = ''
  let at = 0
  for (const span of spans) {
    result += change(text.slice(at, span.start)) + text.slice(span.start, span.end)
    at = span.end
  }
  return result + change(text.slice(at))
}
