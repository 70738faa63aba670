// A story's markdown as a page shows it, and its tags one by one.

import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import type { MarkdownContext } from '../../src/markdown/markdown-context.ts'

const markdown = createMarkdown()

export const render = (text: string, context: Partial<MarkdownContext> = {}): string =>
  markdown.render(text, { markdown: { pictures: [], base: '', url: '/world/storm/', ...context } })

export type Tag = { readonly name: string; readonly isEnd: boolean; readonly attributes: string }

/** All that a browser would take for a tag. */
export const tagsOf = (html: string): readonly Tag[] =>
  [...html.matchAll(/<([^\s>]*)([^>]*)(>|$)/g)].map(([, name = '', attributes = '']) => ({
    name: name.replace(/^\//, ''),
    isEnd: name.startsWith('/'),
    attributes,
  }))
