// What a story tells markdown about itself: its pictures, and the base that makes its links absolute in feeds.

import type { Env } from 'markdown-it'
import type { PictureView } from '../pictures/picture-view.ts'

/** A picture under the name that the author gave it. */
export type ShownPicture = PictureView & { readonly src: string }

export type MarkdownContext = {
  readonly pictures: readonly ShownPicture[]
  /** "" on the site's own pages; the site's origin in feeds. */
  readonly base: string
  /** The story's own path, for places on its page; only feeds need it. */
  readonly url: string
}

const none: MarkdownContext = { pictures: [], base: '', url: '' }

/** Eleventy hands a page's data over as markdown-it's env; the context stands in it under `markdown`. */
export const contextOf = (env: Env | undefined): MarkdownContext =>
  (env as { markdown?: MarkdownContext } | undefined)?.markdown ?? none

/** The url as the page or feed needs it. */
export const resolve = (url: string, context: MarkdownContext): string => {
  if (context.base === '') return url
  if (url.startsWith('/')) return context.base + url
  return url.startsWith('#') ? context.base + context.url + url : url
}
