// The ranges of a markdown text that are HTML: whole elements, or single tags without their opening or closing tag.

import { type HtmlTag, readHtmlTag } from '../html/read-html-tag.ts'
import { type CodeRange, codeAt } from './find-code.ts'

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
  const around: Around = {
    code,
    mayClose: lastClosings(text),
    paragraphEnd: paragraphEnds(text),
    known: new Map(),
    lastCommentEnd: text.lastIndexOf('-->'),
  }
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const inCode = codeAt(code, at)
    const tag = inCode === null && !isEscaped(text, at) ? readHtmlTag(text, at, around.lastCommentEnd) : null
    if (tag === null || tag.kind === 'unknown') {
      at = inCode?.end ?? at + 1
      continue
    }
    const range = rangeOf(text, at, tag, around)
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
  readonly paragraphEnd: (from: number) => number
  readonly lastCommentEnd: number
  /** Where elements within one that never ends are over themselves, by where they begin. */
  readonly known: Map<number, { readonly limit: number; readonly end: number | null }>
}

/** Each is looked for once, as they are asked for in their order. */
const paragraphEnds = (text: string): Around['paragraphEnd'] => {
  let asked = 0
  let end = -1
  return from => {
    if (end >= from && from >= asked) return end
    const pattern = /\n[ \t]*\n/g
    pattern.lastIndex = from
    asked = from
    end = pattern.exec(text)?.index ?? text.length
    return end
  }
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
  const close = name === 'p' || around.mayClose(name, end) ? endOfElement(text, start, tag, around) : null
  return close === null ? { start, end, kind: 'unpaired', name } : { start, end: close, kind, name }
}

const rawText = new Set(['script', 'style', 'pre', 'textarea', 'svg', 'title'])

type OpenTag = { readonly name: string; readonly start: number }

/** Where the element that `open` begins is over; null when it never is. */
const endOfElement = (
  text: string,
  start: number,
  open: HtmlTag,
  { code, mayClose, paragraphEnd, known, lastCommentEnd }: Around,
): number | null => {
  if (rawText.has(open.name)) return afterClose(text, open.name, open.end)
  const limit = open.isBlock ? text.length : paragraphEnd(open.end)
  const before = known.get(start)
  if (before?.limit === limit && open.name !== 'p') return before.end
  const stack: OpenTag[] = [{ name: open.name, start }]
  const counts = new Map([[open.name, 1]])
  const ended: (readonly [start: number, end: number])[] = []
  const closeTo = (name: string, end: number) => {
    for (let last = stack.pop(); last !== undefined; last = stack.pop()) {
      counts.set(last.name, (counts.get(last.name) ?? 1) - 1)
      if (last.name !== name) continue
      ended.push([last.start, end])
      return
    }
  }
  for (let at = text.indexOf('<', open.end); at !== -1 && at < limit; at = text.indexOf('<', at)) {
    const inCode = codeAt(code, at)
    const skipped = inCode !== null && inCode.kind !== 'indented'
    const tag = skipped ? null : readHtmlTag(text, at, lastCommentEnd)
    if (open.name === 'p' && stack.length === 1 && tag?.kind === 'open' && tag.isBlock) return at
    if (tag?.kind === 'open') {
      if (rawText.has(tag.name)) {
        at = (mayClose(tag.name, tag.end) ? afterClose(text, tag.name, tag.end) : null) ?? tag.end
        continue
      }
      stack.push({ name: tag.name, start: at })
      counts.set(tag.name, (counts.get(tag.name) ?? 0) + 1)
    }
    if (tag?.kind === 'close' && (counts.get(tag.name) ?? 0) > 0) {
      closeTo(tag.name, tag.end)
      if (stack.length === 0) return tag.end
    }
    at = skipped ? inCode.end : (tag?.end ?? at + 1)
  }
  for (const inner of stack) known.set(inner.start, { limit, end: null })
  for (const [inner, end] of ended) known.set(inner, { limit, end })
  return open.name === 'p' ? paragraphEnd(open.end) : null
}

const afterClose = (text: string, name: string, from: number): number | null => {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  return close.exec(text) === null ? null : close.lastIndex
}
