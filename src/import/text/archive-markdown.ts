// Markdown as the old site read it: raw HTML is on, and four spaces are code unless it was an Eleventy site.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { addForeignWords } from '../../markdown/foreign-words.ts'

export type ArchiveKind = 'hugo' | 'jekyll' | 'eleventy'

/** For whole texts: footnotes are known. */
export const createArchiveMarkdown = (kind: ArchiveKind): MarkdownIt => {
  const markdown = createPieceMarkdown(kind)
  markdown.use(footnotes)
  markdown.disable('footnote_inline')
  addForeignWords(markdown)
  return markdown
}

/** For pieces of a text, such as what stands in an element: footnotes would come out of every piece again. */
export const createPieceMarkdown = (kind: ArchiveKind): MarkdownIt => {
  const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false })
  if (kind === 'eleventy') markdown.disable('code')
  // Every target must be seen, also those that no page may have.
  markdown.validateLink = () => true
  return markdown
}
