// Quotations and lists that are nested deeper than markdown reads: what stands below becomes a neighbour, so that no word is lost.

import type { MarkdownIt } from 'markdown-it'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from '../text/find-code.ts'

/** Levels of one line, and columns before it: markdown-it ends at a hundred levels, of which a list takes two. */
const deepest = 16
const columns = 48

/** Quotations, lists and blanks that a line begins with. */
const opening = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/
const levels = /[>*+-]|\d+[.)]/g
const deepLine = /^[ \t]{48,}(?:[-*+]|\d{1,9}[.)])[ \t]/m

export const flattenDeep = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  const lines = text.split('\n')
  if (!deepLine.test(text) && !lines.some(isDeep)) return text
  const kept = text.replace(/[^\n]+/g, line => (isDeep(line) ? shallow(line) : line))
  const flat = outsideCode(kept, findCode(kept, markdown), piece =>
    piece.replace(/^[ \t]{49,}(?=\S)/gm, ' '.repeat(columns)),
  )
  if (flat !== text) addNote('Moved up what was nested too deeply for any page', undefined, 'editor')
  return flat
}

const isDeep = (line: string): boolean => (opening.exec(line)?.[0].match(levels)?.length ?? 0) > deepest

/** A line of nothing but marks is a rule between two parts, or empty. */
const shallow = (line: string): string => {
  const [marks = ''] = opening.exec(line) ?? []
  if (/^[-*+ \t]*$/.test(line)) return line
  let left = deepest
  const kept = marks.replace(levels, mark => (left-- > 0 ? mark : '')).trimEnd()
  return `${kept} ${line.slice(marks.length)}`
}
