// A bracket that nothing closes begins no link, picture or note: one look ahead instead of a hundred steps for each.

import type { MarkdownIt } from 'markdown-it'
import { findAhead } from './search-ahead.ts'

/** Where the words of a link end: markdown-it walks along up to a hundred openings behind each `[`, and three rules ask it. */
export const addLinkLabels = (markdown: MarkdownIt): void => {
  const { parseLinkLabel } = markdown.helpers
  markdown.helpers.parseLinkLabel = (state, start, disableNested) => {
    const end = findAhead(state, ']')
    return end === -1 || end >= state.posMax ? -1 : parseLinkLabel(state, start, disableNested)
  }
}
