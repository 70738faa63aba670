// The newsroom's markdown: CommonMark and tables, pull quotes and embeds; raw HTML stays text.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import { addBareLinks } from './bare-links.ts'
import { addEmbeds } from './embeds.ts'
import { addLinks, isPossibleTarget } from './links.ts'
import { addPictures } from './pictures.ts'
import { addPullQuotes } from './pull-quotes.ts'
import { addSubheads } from './subheads.ts'
import { addTables } from './tables.ts'

export const createMarkdown = (): MarkdownIt => {
  const markdown = createMarkdownIt({ html: false, linkify: true, typographer: false })
  markdown.validateLink = isPossibleTarget
  // Four spaces are never meant as code in a news story; fences are.
  markdown.disable('code')
  for (const add of [addBareLinks, addPullQuotes, addEmbeds, addPictures, addLinks, addSubheads, addTables])
    add(markdown)
  return markdown
}
