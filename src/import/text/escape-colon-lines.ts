// A line of three colons opens a pull quote in Dateline; any other such line becomes plain text.

import type { MarkdownIt } from 'markdown-it'
import type { AddNote } from '../report/note.ts'
import { codeAt, findCode, lineStartsOf } from './find-code.ts'

const note = 'Kept a line of three colons (:::) as plain text'
const containerLine = /^((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)(:{3,})[ \t]*(.*?)[ \t]*$/

export const escapeColonLines = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (!text.includes(':::')) return text
  const fences = findCode(text, markdown).filter(range => range.kind === 'fence')
  const starts = lineStartsOf(text)
  const lines = text.split('\n')
  const marks = lines.map((line, at) =>
    codeAt(fences, starts[at] ?? 0) === null ? containerLine.exec(line) : null,
  )
  const valid = linesOfPullQuotes(marks)
  return lines
    .map((line, at) => {
      const before = marks[at]?.[1]
      if (before === undefined || valid.has(at)) return line
      addNote(note, line)
      return `${before}\\${line.slice(before.length)}`
    })
    .join('\n')
}

/** The first and the last line of each pull quote that is closed where it was opened. */
const linesOfPullQuotes = (marks: readonly (RegExpExecArray | null)[]): ReadonlySet<number> => {
  const valid = new Set<number>()
  let open: { readonly at: number; readonly before: string; readonly colons: string } | null = null
  for (const [at, mark] of marks.entries()) {
    if (mark === null) continue
    const [, before = '', colons = '', words = ''] = mark
    if (words === 'pullquote') open = { at, before, colons }
    else if (words === '' && open?.before === before && open.colons === colons) {
      valid.add(open.at).add(at)
      open = null
    }
  }
  return valid
}
