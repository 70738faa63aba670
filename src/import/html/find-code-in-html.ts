// Where code stands in HTML, and what no reader sees: no template tag is looked for there.

import type { CodeRange } from '../text/find-code.ts'

const opening = /<!--|<(pre|code|script|style|textarea)(?=[\s>])/gi

/** In the order of the text, none inside another. */
export const findCodeInHtml = (html: string): readonly CodeRange[] => {
  const ranges: CodeRange[] = []
  let at = 0
  for (const { index, 1: name } of html.matchAll(opening)) {
    if (index < at) continue
    at = name === undefined ? after(html, '-->', index) : afterClose(html, name, index)
    ranges.push({ start: index, end: at, kind: 'inline' })
  }
  return ranges
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

const afterClose = (html: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  return close.exec(html) === null ? html.length : close.lastIndex
}
