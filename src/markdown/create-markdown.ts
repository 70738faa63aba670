// The newsroom's markdown: CommonMark, tables and the furniture of stories; raw HTML stays text.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { addBareLinks } from './bare-links.ts'
import { addBoxes } from './boxes.ts'
import { addComments } from './comments.ts'
import { addEmbeds } from './embeds.ts'
import { addFactBoxes } from './fact-boxes.ts'
import { addFeedCleanup } from './feeds.ts'
import { addForeignWords } from './foreign-words.ts'
import { addLinkLabels } from './link-labels.ts'
import { addLinks, isPossibleTarget } from './links.ts'
import { addLiveEntries } from './live-entries.ts'
import type { MarkdownSite } from './markdown-site.ts'
import { addMedia } from './media.ts'
import { addNotes } from './notes.ts'
import { addPictures } from './pictures.ts'
import { addPullQuotes } from './pull-quotes.ts'
import { addQuotes } from './quotes.ts'
import { addSubheads } from './subheads.ts'
import { addTables } from './tables.ts'
import { addTimelines } from './timelines.ts'

/** `site` is null where a text is only read, not shown. */
export const createMarkdown = (site: MarkdownSite | null): MarkdownIt => {
  const markdown = createMarkdownIt({ html: false, linkify: true, typographer: false })
  markdown.validateLink = isPossibleTarget
  // Four spaces are never meant as code in a news story; fences are.
  markdown.disable('code')
  // Without it **「港」**と would keep its asterisks: by CommonMark, emphasis cannot end between 」 and a letter.
  markdown.use(cjkFriendly)
  addLinkLabels(markdown)
  addComments(markdown)
  addBareLinks(markdown, site)
  addBoxes(markdown)
  addNotes(markdown, site)
  addForeignWords(markdown)
  // Entries that are not shown go first: nothing of them may be read.
  addLiveEntries(markdown, site)
  addFactBoxes(markdown, site)
  addTimelines(markdown, site)
  addTables(markdown)
  addPullQuotes(markdown)
  addEmbeds(markdown, site)
  addMedia(markdown, site)
  addPictures(markdown)
  addLinks(markdown)
  addSubheads(markdown)
  addQuotes(markdown, site)
  addFeedCleanup(markdown)
  return withOwnEnv(markdown)
}

/** markdown-it keeps footnotes and references in the env; Eleventy passes all of a page's data, which nobody should change. */
const withOwnEnv = (markdown: MarkdownIt): MarkdownIt => {
  const render = markdown.render.bind(markdown)
  return Object.assign(markdown, {
    render: (text: string, env?: { readonly markdown?: unknown }) =>
      render(text, { markdown: env?.markdown }),
  })
}
