// `<!-- check with legal -->`: notes for the newsroom alone, which are left out of a text before it is read as markdown.

import type { MarkdownIt } from 'markdown-it'
import { type Comment, findComments } from './find-comments.ts'

/** From the offset `at` of the text that is left on, so many characters were left out before it. */
type Cut = { readonly at: number; readonly leftOut: number }

export type ReadText = {
  /** Without its comments. */
  readonly text: string
  /** In their order. */
  readonly cuts: readonly Cut[]
}

/** Before anything else: what is in a comment is no link, no picture and no line of a box. */
export const addComments = (markdown: MarkdownIt): void => {
  markdown.core.ruler.after('normalize', 'comments', state => {
    state.src = leaveOutComments(state.src).text
  })
}

/** The text as if its comments had never been written: a line that holds nothing else goes as well. */
export const leaveOutComments = (text: string): ReadText => {
  const cuts: Cut[] = []
  let left = ''
  let [from, leftOut] = [0, 0]
  for (const comment of text.includes('<!--') ? joined(findComments(text), text) : []) {
    const { start, end, instead } = cutOf(text, comment, from)
    left += text.slice(from, start) + instead
    leftOut += end - start - instead.length
    cuts.push({ at: left.length, leftOut })
    from = end
  }
  return { text: left + text.slice(from), cuts }
}

const comment = /<!--(?:-?>|(?:(?!<!--)[\s\S])*?-->)/g

/** The same for a text that is no markdown, such as a headline. */
export const withoutComments = (text: string): string =>
  text.includes('<!--') ? text.replace(comment, '') : text

/** The offset in the text as it was written. */
export const offsetAsWritten = ({ cuts }: ReadText, offset: number): number => {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle]?.at ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return offset + (cuts[low - 1]?.leftOut ?? 0)
}

/** Those with nothing but blanks between them on a line are one. */
const joined = (comments: readonly Comment[], text: string): readonly Comment[] => {
  const joined: Comment[] = []
  for (const { start, end } of comments) {
    const last = joined.at(-1)
    const isNear = last !== undefined && /^[ \t]*$/.test(text.slice(last.end, start))
    if (isNear) joined.pop()
    joined.push({ start: isNear ? last.start : start, end })
  }
  return joined
}

/** What stands before the first words of a line in lists and quotations. */
const marks = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))*$/

/**
 * What goes with a comment. `from`: the end of what went before. `instead`: what keeps its surroundings apart. Nothing is
 * looked at twice: a line may hold many comments.
 */
const cutOf = (
  text: string,
  { start, end }: Comment,
  from: number,
): Comment & { readonly instead: string } => {
  const kept = text.slice(from, start)
  const newline = kept.lastIndexOf('\n')
  const before = kept.slice(newline + 1)
  blanks.lastIndex = end
  blanks.test(text)
  const words = blanks.lastIndex
  if (words === text.length || text[words] === '\n') {
    const next = Math.min(words + 1, text.length)
    // Behind words of this line, which a comment over several lines began in.
    const hasWords = newline === -1 && from > 0 && text[from - 1] !== '\n'
    if (!hasWords && takesLine(before, text, next)) {
      // The line above would become a heading.
      const instead = matches(underline, text, next) ? '\n' : ''
      return { start: start - before.length, end: next, instead }
    }
    return { start: start - before.length + before.trimEnd().length, end, instead: '' }
  }
  if (/(?:^|\s)$/.test(before.slice(-1))) return { start, end: words, instead: '' }
  return { start, end, instead: joins.test(before.slice(-1) + text.charAt(end)) ? ' ' : '' }
}

const blanks = /[ \t]*/y
const underline = /[ ]{0,3}(?:=+|-+)[ \t]*(?:\n|$)/y
const continued = /[ \t>]*[ \t]{2}\S/y

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Characters that would mean something else together. */
const joins = /^[`*_~<!:-]{2}$/

/** Of a line without words: that of a list's entry stays when its words follow, at `next`. */
const takesLine = (before: string, text: string, next: number): boolean =>
  marks.test(before) && (/^[ \t>]*$/.test(before) || !matches(continued, text, next))
