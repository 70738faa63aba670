// A body of the old site as Dateline's markdown, all but its links.

import type { Fields } from '../fields/read-fields.ts'
import type { AddNote } from '../note.ts'
import { type ArchiveKind, createArchiveMarkdown, createPieceMarkdown } from './archive-markdown.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import { convertHtml } from './convert-html.ts'
import { escapeColonLines } from './escape-colon-lines.ts'
import { createHtmlToMarkdown } from './html-to-markdown.ts'
import { resolveTemplateTags } from './resolve-template-tags.ts'
import { shiftHeadings } from './shift-headings.ts'

export type BodyRules = {
  readonly kind: ArchiveKind
  readonly title: string
  readonly fields: Fields
  readonly pathOfPost: (name: string) => string | null
  readonly addNote: AddNote
}

/** Text without tags, HTML or headings at the wrong level comes back as it is, to the byte. */
export const convertBody = (body: string, rules: BodyRules): string => {
  const { kind, title, fields, pathOfPost, addNote } = rules
  const markdown = createArchiveMarkdown(kind)
  const resolved = resolveTemplateTags(body, { kind, fields, pathOfPost, addNote, markdown })
  const pieces = createPieceMarkdown(kind)
  const converted = convertHtml(resolved, {
    markdown,
    pieces,
    toMarkdown: createHtmlToMarkdown(addNote),
    addNote,
  })
  const shifted = shiftHeadings(cleanMarkdown(converted, markdown, addNote), title, markdown, addNote)
  return escapeColonLines(shifted, markdown, addNote)
}
