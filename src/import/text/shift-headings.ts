// A body's headings: the first is `##`, and none skips a level.

import type { MarkdownIt, Token } from 'markdown-it'
import { withoutAnchors } from '../html/html-anchors.ts'
import type { AddNote } from '../report/note.ts'

/** A first heading that only repeats the title goes: the page shows the title already. */
export const shiftHeadings = (
  text: string,
  title: string,
  markdown: MarkdownIt,
  addNote: AddNote,
): string => {
  if (!/^[ \t>]*#|^[ \t>]*(?:=+|-+)[ \t]*$/m.test(text)) return text
  const tokens = markdown.parse(text, {})
  const lines: (string | null)[] = text.split('\n')
  const open: number[] = []
  let isFirst = true
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.map === null) continue
    const words = tokens[index + 1]?.content ?? ''
    const old = Number(token.tag.slice(1))
    if (isFirst && old === 1 && fold(words) === fold(title)) {
      addNote('Removed a heading that repeats the title')
      for (let line = token.map[0]; line < token.map[1]; line++) lines[line] = null
      if (lines[token.map[1]]?.trim() === '') lines[token.map[1]] = null
      isFirst = false
      continue
    }
    isFirst = false
    while ((open.at(-1) ?? 0) >= old) open.pop()
    open.push(old)
    const level = Math.min(open.length + 1, 6)
    if (level === old) continue
    addNote('Shifted heading levels: the headings of a story begin at ##')
    rewrite(lines, token, level, words)
  }
  return lines.filter(line => line !== null).join('\n')
}

const fold = (text: string): string =>
  withoutAnchors(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const rewrite = (lines: (string | null)[], token: Token, level: number, words: string): void => {
  const [first, end] = token.map ?? [0, 0]
  const line = lines[first] ?? ''
  const marks = '#'.repeat(level)
  if (token.markup.startsWith('#')) {
    lines[first] = line.replace(/#+/, marks)
    return
  }
  const before = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*/.exec(line)?.[0] ?? ''
  lines[first] = `${before}${marks} ${words.replace(/\s*\n\s*/g, ' ')}`
  for (let next = first + 1; next < end; next++) lines[next] = null
}
