// HTML in a markdown body becomes markdown where it stands; the markdown around it stays to the byte.

import type { Env, MarkdownIt } from 'markdown-it'
import type { AddNote } from '../report/note.ts'
import { findCode } from '../text/find-code.ts'
import { findHtml, type HtmlRange } from '../text/find-html.ts'
import type { HtmlToMarkdown } from './html-to-markdown.ts'
import { lineStartIn, linesOf } from './lines-in-order.ts'
import { createWritten } from './written-text.ts'

type Rules = {
  readonly markdown: MarkdownIt
  /** Reads what stands in an element. */
  readonly pieces: MarkdownIt
  readonly toMarkdown: HtmlToMarkdown
  readonly addNote: AddNote
}

export const convertHtml = (text: string, rules: Rules): string => {
  if (!/<[a-zA-Z/!]/.test(text)) return text
  const env: Env = {}
  const tokens = rules.markdown.parse(text, env)
  const ranges = findHtml(text, findCode(text, rules.markdown, tokens))
  if (ranges.length === 0) return text
  const lineStart = lineStartIn(text)
  const lists = linesOf(text, tokens, ['bullet_list_open', 'ordered_list_open'])
  const tables = linesOf(text, tokens, ['table_open'])
  const result = createWritten()
  let done = 0
  for (const range of ranges) {
    const { start, end } = range
    if (start < done) continue
    result.add(text.slice(done, start))
    const before = text.slice(lineStart(start), start)
    const frame = frameOf(before, lists(start))
    const isTight = tables(start) || /^\s*#{1,6}\s/.test(before)
    const piece = convertRange(range, { ...rules, text, env, frame, isTight })
    if (piece.isBlock && !frame.isAlone) result.endParagraph()
    // Indentation before an element outside a list would keep its markdown from being read.
    else if (piece.isBlock && !frame.inList) result.dropIndent()
    result.add(piece.text)
    done = end + piece.consumed
    if (piece.text === '' && frame.isAlone && frame.more === '')
      done += emptyLineAt(text, done, result.last())
  }
  result.add(text.slice(done))
  return result.text()
}

/** A line that held only what was left out goes with it, and so do blank lines that would follow blank lines. */
const emptyLineAt = (text: string, at: number, before: string): number => {
  if (!/(?:^|\n)[ \t]*$/.test(before)) return 0
  const pattern = /(?:^|\n[ \t]*\n)[ \t]*$/.test(before) ? /^(?:[ \t]*\n)+/ : /^[ \t]*\n/
  return pattern.exec(text.slice(at, at + 1000))?.[0].length ?? 0
}

/** The text before a range on its line: its marks of quotations and lists go on in the other lines. */
type Frame = { readonly isAlone: boolean; readonly more: string; readonly inList: boolean }

const frameOf = (before: string, inList: boolean): Frame => {
  const isAlone = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*$/.test(before)
  if (!isAlone) return { isAlone, more: '', inList }
  const blanked = before.replace(/[-*+]|\d{1,9}[.)]/g, mark => ' '.repeat(mark.length))
  return {
    isAlone,
    more: inList || /[-*+\d]/.test(before) ? blanked : blanked.replace(/[ \t]/g, '').replace(/>/g, '> '),
    inList,
  }
}

type Piece = { readonly text: string; readonly isBlock: boolean; readonly consumed: number }
type RangeContext = Rules & {
  readonly text: string
  readonly env: Env
  readonly frame: Frame
  readonly isTight: boolean
}

const convertRange = (range: HtmlRange, context: RangeContext): Piece => {
  const { text, addNote } = context
  const html = text.slice(range.start, range.end)
  const after = text.slice(range.end)
  switch (range.kind) {
    case 'comment':
      addNote('Removed a comment that readers never saw', html)
      return { text: '', isBlock: false, consumed: 0 }
    case 'unpaired':
      addNote('Removed an HTML tag without its opening or closing tag', html)
      return { text: '', isBlock: false, consumed: 0 }
    case 'break':
      return convertBreaks(after, context)
    case 'inline':
      return { text: inlineMarkdown(html, context), isBlock: false, consumed: 0 }
    case 'block':
      if (context.isTight) return { text: inlineMarkdown(html, context), isBlock: false, consumed: 0 }
      return blockMarkdown(html, after, context)
  }
}

/** One break is a hard line end, two are a new paragraph, and one at a paragraph's end is nothing. */
const convertBreaks = (after: string, { isTight, frame }: RangeContext): Piece => {
  const run = /^(?:[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?<br\s*\/?>)*[ \t]*/i.exec(after)?.[0] ?? ''
  const consumed = run.length
  const rest = after.slice(consumed)
  if (isTight) return { text: ' ', isBlock: false, consumed }
  if (rest === '' || /^\n[ \t]*(?:\n|$)/.test(rest) || frame.isAlone)
    return { text: '', isBlock: false, consumed }
  const lineEnd = /^\n/.exec(rest)?.[0].length ?? 0
  const mark = /<br/i.test(run) ? '\n\n' : '\\\n'
  const indent = lineEnd > 0 ? '' : frame.more
  return { text: mark + indent, isBlock: false, consumed: consumed + lineEnd }
}

/** The sign of a footnote is text to whatever reads a piece, and comes back escaped. */
const withFootnotes = (converted: string): string => converted.replace(/\\\[\^([^\]\\\s]+)\\\]/g, '[^$1]')

/** CommonMark shows a badly written tag as text; browsers do not mind. */
const isOneTag = (html: string): boolean => /^<(?:img|hr|embed|input)\b/i.test(html)

/** The two marks keep the blanks at an element's edges, which turndown would trim. */
const inlineMarkdown = (html: string, { pieces, toMarkdown, env, isTight }: RangeContext): string => {
  const rendered = isOneTag(html) ? html : pieces.renderInline(html, env)
  const converted = withFootnotes(toMarkdown(`\ue000${rendered}\ue001`)).replace(
    /^[^\ue000]*\ue000|\ue001[^\ue001]*$/g,
    '',
  )
  return isTight
    ? converted.replace(/\\?\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|')
    : converted.replace(/\n{2,}/g, '\n')
}

const blockMarkdown = (
  html: string,
  after: string,
  { pieces, toMarkdown, env, frame }: RangeContext,
): Piece => {
  const source = openForMarkdown(unindented(html, frame))
  const converted = withFootnotes(toMarkdown(isOneTag(html) ? html : pieces.render(source, env)))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const follows = /^[ \t]*\n[ \t]*\n/.test(after) || after.trim() === ''
  const consumed = /^[ \t]*/.exec(after)?.[0].length ?? 0
  const text = converted
    .replace(/\n(?=[^\n])/g, `\n${frame.more}`)
    .replace(/\n(?=\n)/g, `\n${frame.more.trimEnd()}`)
  if (converted === '') return { text: '', isBlock: false, consumed: 0 }
  if (follows) return { text, isBlock: true, consumed }
  const lineEnd = /^[ \t]*\n/.exec(after)?.[0].length ?? 0
  const gap = frame.more.includes('>') ? frame.more.trimEnd() : ''
  return {
    text: `${text}\n${gap}\n${lineEnd > 0 ? '' : frame.more}`,
    isBlock: true,
    consumed: Math.max(consumed, lineEnd),
  }
}

/** Blank lines and indentation inside code stay code: one line to markdown, many to HTML. */
const unindented = (html: string, frame: Frame): string => {
  const plain = (part: string) =>
    part.replace(/\n[ \t]*(?:>[ \t]?)*/g, marks =>
      frame.more.includes('>') ? '\n' : marks.replace(/[ \t]/g, ''),
    )
  let result = ''
  let done = 0
  for (const { start, end, isPre } of codeIn(html)) {
    const code = html.slice(start, end)
    result += plain(html.slice(done, start)) + (isPre ? code.replace(/\n/g, '&#10;') : code)
    done = end
  }
  return result + plain(html.slice(done))
}

/** Elements and fences of code. What never ends is none. */
const codeIn = (html: string): readonly { start: number; end: number; isPre: boolean }[] => {
  const found: { start: number; end: number; isPre: boolean }[] = []
  const openings = /<pre[\s>]|^[ \t]*```/gim
  const endless = new Set<boolean>()
  for (let open = openings.exec(html); open !== null; open = openings.exec(html)) {
    const isPre = open[0].startsWith('<')
    const closing = isPre ? /<\/pre\s*>/gi : /^[ \t]*```/gm
    closing.lastIndex = openings.lastIndex
    const isOver = !endless.has(isPre) && closing.exec(html) !== null
    if (!isOver) {
      endless.add(isPre)
      continue
    }
    found.push({ start: open.index, end: closing.lastIndex, isPre })
    openings.lastIndex = closing.lastIndex
  }
  return found
}

/** kramdown and PHP Markdown read markdown inside an element that asks for it. */
const openForMarkdown = (html: string): string =>
  /<\w+[^>]*\smarkdown\s*=\s*["']?(?:1|block|span)/i.test(html)
    ? html.replace(
        /<\/?(?:div|section|article|aside|figure|figcaption|blockquote|center|main|header|footer|details|p)\b[^>]*>/gi,
        '\n\n$&\n\n',
      )
    : html
