// The ranges of a markdown text that are HTML: whole elements, or single tags without their opening or closing tag.

import { type CodeRange, codeAt } from './find-code.ts'
import { type HtmlTag, readHtmlTag } from './read-html-tag.ts'

export type HtmlRange = {
  readonly start: number
  readonly end: number
  /** `unpaired`: a tag without its opening or closing tag, of which nothing can be made. */
  readonly kind: 'comment' | 'break' | 'block' | 'inline' | 'unpaired'
  readonly name: string
}

/** Outermost ranges in the order of the text. Four spaces inside an element are no code. */
export const findHtml = (text: string, code: readonly CodeRange[]): readonly HtmlRange[] => {
  const ranges: HtmlRange[] = []
  const mayClose = lastClosings(text)
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const inCode = codeAt(code, at)
    const tag = inCode === null && !isEscaped(text, at) ? readHtmlTag(text, at) : null
    if (tag === null || tag.kind === 'unknown') {
      at = inCode?.end ?? at + 1
      continue
    }
    const range = rangeOf(text, at, tag, { code, mayClose })
    ranges.push(range)
    at = range.end
  }
  return ranges
}

const isEscaped = (text: string, at: number): boolean =>
  (/\\*$/.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0) % 2 === 1

type Around = {
  readonly code: readonly CodeRange[]
  readonly mayClose: (name: string, from: number) => boolean
}

/** Whether a closing tag of the name stands behind an offset: without one, nothing is read to the end for it. */
const lastClosings = (text: string): Around['mayClose'] => {
  const last = new Map<string, number>()
  return (name, from) => {
    const at = last.get(name) ?? [...text.matchAll(new RegExp(`</${name}[\\s>]`, 'gi'))].at(-1)?.index ?? -1
    last.set(name, at)
    return at >= from
  }
}

const rangeOf = (text: string, start: number, tag: HtmlTag, around: Around): HtmlRange => {
  const { name, end } = tag
  if (tag.kind === 'comment') return { start, end, kind: 'comment', name }
  if (name === 'br') return { start, end, kind: 'break', name }
  const kind = tag.isBlock ? 'block' : 'inline'
  if (tag.kind === 'void') return { start, end, kind, name }
  if (tag.kind === 'close') return { start, end, kind: 'unpaired', name }
  const close = name === 'p' || around.mayClose(name, end) ? endOfElement(text, tag, around.code) : null
  return close === null ? { start, end, kind: 'unpaired', name } : { start, end: close, kind, name }
}

const rawText = new Set(['script', 'style', 'pre', 'textarea', 'svg', 'title'])

/** Where the element that `open` begins is over; null when it never is. */
const endOfElement = (text: string, open: HtmlTag, code: readonly CodeRange[]): number | null => {
  if (rawText.has(open.name)) return afterClose(text, open.name, open.end)
  const paragraphEnd = /\n[ \t]*\n/g
  paragraphEnd.lastIndex = open.end
  const limit = open.isBlock ? text.length : (paragraphEnd.exec(text)?.index ?? text.length)
  const stack = [open.name]
  for (let at = text.indexOf('<', open.end); at !== -1 && at < limit; at = text.indexOf('<', at)) {
    const inCode = codeAt(code, at)
    const skipped = inCode !== null && inCode.kind !== 'indented'
    const tag = skipped ? null : readHtmlTag(text, at)
    if (open.name === 'p' && stack.length === 1 && tag?.kind === 'open' && tag.isBlock) return at
    if (tag?.kind === 'open') {
      if (rawText.has(tag.name)) {
        at = afterClose(text, tag.name, tag.end) ?? tag.end
        continue
      }
      stack.push(tag.name)
    }
    if (tag?.kind === 'close' && stack.includes(tag.name)) {
      stack.length = stack.lastIndexOf(tag.name)
      if (stack.length === 0) return tag.end
    }
    at = skipped ? inCode.end : (tag?.end ?? at + 1)
  }
  if (open.name !== 'p') return null
  paragraphEnd.lastIndex = open.end
  return paragraphEnd.exec(text)?.index ?? text.length
}

const afterClose = (text: string, name: string, from: number): number | null => {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  return close.exec(text) === null ? null : close.lastIndex
}
