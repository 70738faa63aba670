// A story's markdown as a page shows it, and its tags one by one.

import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import type { MarkdownContext } from '../../src/markdown/markdown-context.ts'
import { type MarkdownSite, markdownSiteOf } from '../../src/markdown/markdown-site.ts'
import { newsroomOf } from './small-newsroom.ts'

/** The test newsroom's; every transcript says which file it is of. */
export const markdownSite: MarkdownSite = markdownSiteOf(
  newsroomOf({}).newsroom,
  ({ file }) => `What is heard in ${file}.\n\nThe end & more.\n`,
)

const markdown = createMarkdown(markdownSite)

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
