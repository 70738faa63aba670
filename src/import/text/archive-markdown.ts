// Markdown as the old site read it: raw HTML is on, and four spaces are code where they were.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { addForeignWords } from '../../markdown/foreign-words.ts'
import type { TextDialect } from './text-dialect.ts'

type Dialect = Pick<TextDialect, 'hasIndentedCode'>

/** For whole texts: footnotes are known. */
export const createArchiveMarkdown = (dialect: Dialect): MarkdownIt => {
  const markdown = createPieceMarkdown(dialect)
  markdown.use(footnotes)
  markdown.disable('footnote_inline')
  addForeignWords(markdown)
  return markdown
}

/** For pieces of a text, such as what stands in an element: footnotes would come out of every piece again. */
export const createPieceMarkdown = (dialect: Dialect): MarkdownIt => {
  const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false })
  if (!dialect.hasIndentedCode) markdown.disable('code')
  // Every target must be seen, also those that no page may have.
  markdown.validateLink = () => true
  return markdown
}
