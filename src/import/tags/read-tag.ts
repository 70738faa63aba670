// A template tag in a text, read between its marks, and the text inside a pair of tags.

import type { TagContext, TagReplacement } from '../text/text-dialect.ts'

type WrittenTag = {
  readonly start: number
  readonly end: number
  /** All between the marks, without the dashes that trim white space. */
  readonly inside: string
}

/** A mark that is not closed so far on is none. */
const longestTag = 6000

/** `opening` is how many characters the opening mark has. Null when the tag is not closed in its paragraph. */
export const readTag = (text: string, start: number, opening: number, closing: string): WrittenTag | null => {
  const reach = text.slice(start, start + longestTag)
  const length = reach.indexOf(closing, 2)
  if (length === -1) return null
  const close = start + length
  const inside = text.slice(start + opening, close)
  if (/\n[ \t]*\n/.test(inside)) return null
  return { start, end: close + closing.length, inside: inside.replace(/^-|-$/g, '').trim() }
}

export type NamedTag = WrittenTag & { readonly name: string; readonly rest: string }

/** `/*` is how Hugo shows a tag instead of calling it. */
export const withName = (tag: WrittenTag): NamedTag => {
  const [, name = '', rest = ''] = /^(\/\*|\/?[\w.-]*)([\s\S]*)$/.exec(tag.inside) ?? []
  return { ...tag, name, rest }
}

/** The text up to the closing tag, and where that ends; null when there is none. */
export const insideOf = (
  text: string,
  tag: WrittenTag,
  closing: RegExp,
  { findClosing }: Pick<TagContext, 'findClosing'>,
): TagReplacement | null => {
  const close = findClosing(closing, tag.end)
  return close && { text: text.slice(tag.end, close.start), end: close.end }
}
