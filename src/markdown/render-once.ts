// A story stands in full in many feeds: its markdown is rendered once for all of them.

import type { MarkdownIt } from 'markdown-it'
import type { MarkdownContext } from './markdown-context.ts'

type Rendered = { readonly text: string; readonly html: string }

/** All is forgotten at `limit` stories, so that an archive of any size fits. */
export const createRenderOnce = (
  markdown: MarkdownIt,
  limit = 2000,
): ((text: string, context: MarkdownContext) => string) => {
  const known = new Map<string, Rendered>()
  return (text, context) => {
    const key = JSON.stringify(context)
    const found = known.get(key)
    if (found !== undefined && found.text === text) return found.html
    if (known.size >= limit) known.clear()
    const html = markdown.render(text, { markdown: context })
    known.set(key, { text, html })
    return html
  }
}
