// In feeds no class has a style, and an id would stand beside those of other stories: neither goes there.

import type { MarkdownIt } from 'markdown-it'
import { contextOf } from './markdown-context.ts'

export const addFeedForm = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('feed_form', state => {
    if (contextOf(state.env).base === '') return
    for (const token of state.tokens)
      if (token.attrs) token.attrs = token.attrs.filter(([name]) => name !== 'class' && name !== 'id')
  })
}
