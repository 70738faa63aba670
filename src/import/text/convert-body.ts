// A body of the old site as Dateline's markdown, all but its links.

import { createArchiveMarkdown, createPieceMarkdown } from './archive-markdown.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import { convertHtml } from './convert-html.ts'
import { escapeColonLines } from './escape-colon-lines.ts'
import { createHtmlToMarkdown } from './html-to-markdown.ts'
import { resolveTags } from './resolve-tags.ts'
import { shiftHeadings } from './shift-headings.ts'
import type { TagContext, TextDialect } from './text-dialect.ts'

type BodyRules = Omit<TagContext, 'isCode'> & {
  readonly dialect: TextDialect
  readonly title: string
}

/** Text without tags, HTML or headings at the wrong level comes back as it is, to the byte. */
export const convertBody = (body: string, rules: BodyRules): string => {
  const { dialect, title, addNote } = rules
  const markdown = createArchiveMarkdown(dialect)
  const resolved = resolveTags(body, dialect.tags, markdown, rules)
  const converted = convertHtml(resolved, {
    markdown,
    pieces: createPieceMarkdown(dialect),
    toMarkdown: createHtmlToMarkdown(addNote),
    addNote,
  })
  const shifted = shiftHeadings(cleanMarkdown(converted, markdown, addNote), title, markdown, addNote)
  return escapeColonLines(shifted, markdown, addNote)
}
