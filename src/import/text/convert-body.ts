// A body of the old site as Dateline's markdown, all but its links.

import type { MarkdownIt } from 'markdown-it'
import { createArchiveMarkdown, createPieceMarkdown } from './archive-markdown.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import { convertHtml } from './convert-html.ts'
import { escapeColonLines } from './escape-colon-lines.ts'
import { findCode } from './find-code.ts'
import { findCodeInHtml } from './find-code-in-html.ts'
import { createHtmlToMarkdown } from './html-to-markdown.ts'
import { resolveTags } from './resolve-tags.ts'
import { shiftHeadings } from './shift-headings.ts'
import type { BodyFormat, TagContext, TextDialect } from './text-dialect.ts'

type BodyRules = Omit<TagContext, 'isCode'> & {
  readonly dialect: TextDialect
  readonly format: BodyFormat
  readonly title: string
}

/** Markdown without tags, HTML or headings at the wrong level comes back as it is, to the byte. */
export const convertBody = (body: string, rules: BodyRules): string => {
  const { dialect, format, title, addNote } = rules
  const markdown = createArchiveMarkdown(dialect)
  const converted = format === 'html' ? fromHtml(body, rules) : fromMarkdown(body, markdown, rules)
  const shifted = shiftHeadings(converted, title, markdown, addNote)
  return escapeColonLines(shifted, markdown, addNote)
}

const fromMarkdown = (body: string, markdown: MarkdownIt, rules: BodyRules): string => {
  const { dialect, addNote } = rules
  const resolved = resolveTags(body, dialect.tags, text => findCode(text, markdown), rules)
  const converted = convertHtml(resolved, {
    markdown,
    pieces: createPieceMarkdown(dialect),
    toMarkdown: createHtmlToMarkdown(addNote),
    addNote,
  })
  return cleanMarkdown(converted, markdown, addNote)
}

const fromHtml = (body: string, rules: BodyRules): string => {
  const { dialect, addNote } = rules
  const resolved = resolveTags(body, dialect.tags, findCodeInHtml, rules)
  for (const [comment, words = ''] of resolved.matchAll(/<!--([\s\S]*?)-->/g)) {
    if (!/^\s*(?:more|excerpt)\b/i.test(words)) addNote('Removed a comment that readers never saw', comment)
  }
  const converted = createHtmlToMarkdown(addNote)(resolved).trim()
  return converted === '' ? '' : `${converted}\n`
}
