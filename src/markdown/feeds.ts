// Removes classes and ids from texts in feeds: there classes have no style, and ids could meet those of other stories.

import type { MarkdownIt } from 'markdown-it'
import { contextOf } from './markdown-context.ts'

export const addFeedCleanup = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('feed_cleanup', state => {
    if (contextOf(state.env).base === '') return
    for (const token of state.tokens)
      if (token.attrs) token.attrs = token.attrs.filter(([name]) => name !== 'class' && name !== 'id')
  })
}
