// Markdown as the old site read it: raw HTML is on, and four spaces are code unless it was an Eleventy site.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'

export type ArchiveKind = 'hugo' | 'jekyll' | 'eleventy'

export const createArchiveMarkdown = (kind: ArchiveKind): MarkdownIt => {
  const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false })
  if (kind === 'eleventy') markdown.disable('code')
  // Every target must be seen, also those that no page may have.
  markdown.validateLink = () => true
  return markdown
}
