// Text without paragraphs, as WordPress's older editor keeps it: blank lines end paragraphs, other line ends are kept.

import { findCodeInHtml } from '../../html/find-code-in-html.ts'
import { readHtmlTag } from '../../html/read-html-tag.ts'

/** HTML that has its elements already comes through as it is. */
export const withParagraphs = (html: string): string => {
  const code = findCodeInHtml(html)
  let result = ''
  // What stands between two tags of blocks.
  let run = ''
  let block = ''
  let nextCode = 0
  const flush = () => {
    result += runToHtml(run, block)
    run = ''
  }
  let done = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, done))) {
    while ((code[nextCode]?.end ?? Number.POSITIVE_INFINITY) <= at) nextCode++
    const range = code[nextCode]
    if (range !== undefined && range.start === at) {
      const isBlock = /^<(?:pre|script|style)/i.test(html.slice(at, at + 8))
      run += html.slice(done, at)
      if (isBlock) flush()
      const piece = html.slice(at, range.end)
      if (isBlock) result += piece
      else run += piece
      done = range.end
      continue
    }
    const tag = readHtmlTag(html, at)
    if (tag === null) continue
    run += html.slice(done, at)
    const written = html.slice(at, tag.end)
    done = tag.end
    if (tag.name === 'br') run = `${run.trimEnd()}${written}${skipLineEnd}`
    else if (!tag.isBlock || tag.name === '!--') run += written
    else {
      flush()
      result += written
      block = tag.kind === 'open' ? tag.name : ''
    }
  }
  run += html.slice(done)
  flush()
  return result
}

/** Behind a written line break, the end of the line is none. */
const skipLineEnd = '\ue002'

const parts = /\n[ \t]*\n\s*/

/** `block` is the element that the run begins in, or empty behind the end of one. */
const runToHtml = (run: string, block: string): string => {
  const text = run.replace(/\ue002[ \t]*\n?/g, '')
  if (text.trim() === '') return text === '' ? '' : '\n'
  const pieces = balanced(text.trim().split(parts))
  const lines = pieces.map(piece => piece.replace(/[ \t]*\n[ \t]*/g, '<br>\n'))
  // One line in a cell or an entry of a list needs no paragraph.
  if (lines.length === 1 && block !== '' && !/^(?:div|blockquote|section|article)$/.test(block))
    return lines[0] ?? ''
  return lines
    .map(line => (/^(?:<[^>]*>|\s)*$/.test(line) && !/<img\b/i.test(line) ? line : `<p>${line}</p>`))
    .join('\n')
}

const marks = /<(\/?)(b|strong|i|em|u|s|strike|del|ins|span|font|small|big|a|sub|sup|mark)(?=[\s>])[^<>]*>/gi

/** Bold words over two paragraphs are bold in each: a mark ends where its paragraph does, and begins again in the next. */
const balanced = (pieces: readonly string[]): readonly string[] => {
  let open: { readonly name: string; readonly tag: string }[] = []
  return pieces.map((piece, index) => {
    const begin = open.map(({ tag }) => tag).join('')
    for (const [tag, end, name = ''] of piece.matchAll(marks)) {
      const at = open.findLastIndex(each => each.name === name.toLowerCase())
      if (end === '') open.push({ name: name.toLowerCase(), tag })
      else if (at !== -1) open = open.toSpliced(at, 1)
    }
    const isLast = index === pieces.length - 1
    const ends = isLast ? [] : open.toReversed().map(({ name }) => `</${name}>`)
    return begin + piece + ends.join('')
  })
}
