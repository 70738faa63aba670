// Marks for a table of contents: generators filled it in, and a story has none.

import type { AddNote } from '../report/note.ts'
import { type CodeRange, outsideCode } from './find-code.ts'
import type { BodyFormat } from './text-dialect.ts'

export const contentsNote = 'Removed the mark of a table of contents'

/** kramdown puts the contents where a list with the mark stands, whatever its one item says. */
const inMarkdown =
  /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t][^\n]*\n[ \t]*\{:[ \t]*toc\b[^}\n]*\}[ \t]*$|^[ \t]*(?:\[{1,2}_?toc_?\]{1,2}|\{:[ \t]*toc\b[^}\n]*\})[ \t]*$/gim
const inHtml = /(?<=^|>|\n)[ \t]*\[{1,2}_?toc_?\]{1,2}[ \t]*(?=<|\n|$)/gi

export const dropContents = (
  text: string,
  format: BodyFormat,
  findCode: (text: string) => readonly CodeRange[],
  addNote: AddNote,
): string => {
  if (!/toc/i.test(text)) return text
  return outsideCode(text, findCode(text), piece =>
    piece.replace(format === 'html' ? inHtml : inMarkdown, mark => {
      addNote(contentsNote, mark)
      return ''
    }),
  )
}
