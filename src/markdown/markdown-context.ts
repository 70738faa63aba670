// The context in which markdown renders a story: its pictures, and the base that makes its links absolute in feeds.

import type { Env } from 'markdown-it'
import type { Instant } from '../domain/instant.ts'
import type { MediaFile } from '../domain/media.ts'
import type { Story } from '../domain/story.ts'
import { type PictureView, viewInText } from '../pictures/picture-view.ts'

/** A picture under the name that the author gave it. */
type ShownPicture = PictureView & { readonly src: string }

export type MarkdownContext = {
  readonly pictures: readonly ShownPicture[]
  /** Videos and sounds; left out where there are none. */
  readonly media?: readonly MediaFile[]
  /** Of a live blog, the instants of the entries that readers may see; left out for other stories. */
  readonly entries?: readonly Instant[]
  /** Nothing but these entries is shown, on a page of their own. */
  readonly isPart?: true
  /** Ids that stand elsewhere on the page. */
  readonly taken?: readonly string[]
  /** The story's own; left out where it is the site's. */
  readonly language?: string
  /** "" on the site's own pages; the site's origin in feeds. */
  readonly base: string
  /** The story's own path, for links to ids on its page; only feeds need it. */
  readonly url: string
}

const none: MarkdownContext = { pictures: [], base: '', url: '' }

/** `base`: "" for the story's own page. */
export const markdownContextOf = (
  { pictures, media, live, entries, language, url }: Story,
  base: string,
): MarkdownContext => ({
  pictures: pictures.map(picture => ({ src: picture.src, ...viewInText(picture) })),
  ...(media.length > 0 ? { media } : {}),
  // Also when there are none yet: those that are still to come must not show.
  ...(live ? { entries: entries.map(({ at }) => at) } : {}),
  ...(language ? { language } : {}),
  base,
  url,
})

/** Eleventy passes a page's data as markdown-it's env; the context is its field `markdown`. */
export const contextOf = (env: Env | undefined): MarkdownContext =>
  (env as { markdown?: MarkdownContext } | undefined)?.markdown ?? none

/** The url as the page or feed needs it. */
export const resolve = (url: string, context: MarkdownContext): string => {
  if (context.base === '') return url
  if (url.startsWith('/')) return context.base + url
  return url.startsWith('#') ? context.base + encodeURI(context.url) + url : url
}
