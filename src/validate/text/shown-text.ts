// A text of a field as readers see it, word by word: what nobody means for them is left out, or is a fault.

import type { Fault } from '../../domain/problem.ts'
import { withoutComments } from '../../markdown/comments.ts'
import { findHtml } from './find-html.ts'
import { commentJoined, findJoinedComment } from './find-joined-comment.ts'
import {
  directionFault,
  hasRareCharacter,
  openDirection,
  refusedCharacter,
  refusedCharacters,
} from './find-odd-characters.ts'

type TextFault = Fault & {
  /** Those of the text that are meant. */
  readonly words: string
}

/** Null when there is nothing in it that readers should not see. */
export const faultOfText = (written: string): TextFault | null => {
  const text = withoutComments(written)
  if (hasRareCharacter(text)) {
    const [refused] = refusedCharacters(text)
    if (refused !== undefined) return { words: refused.character, ...refusedCharacter(refused.character) }
    const mark = openDirection(text)
    if (mark !== null) return { words: mark, ...directionFault(mark) }
  }
  if (text !== written && text.includes('-->')) return { words: '-->', ...commentEnd }
  if (!text.includes('<')) return null
  if (text.includes('<!--')) return { words: '<!--', ...commentUnclosed }
  const joined = findJoinedComment(text)
  if (joined !== null) return { words: joined, ...commentJoined }
  const html = findHtml(text)
  return html === null ? null : { words: html, ...htmlInField(html) }
}

export const commentUnclosed: Fault = {
  code: 'comment-unclosed',
  message: 'this comment is never closed',
  hint: 'end it with -->, or remove it',
}

/** Behind a comment: it is over before the first of two such ends. */
export const commentEnd: Fault = {
  code: 'comment-unclosed',
  message: 'this --> ends no comment, so readers would see it, and perhaps a part of the comment before it',
  hint: 'a comment is over at its first -->; keep one, or type → for an arrow',
}

export const htmlInField = (html: string): Fault => ({
  code: 'html-in-text',
  message: `HTML stays text here: readers would see ${html} as it is written`,
  hint: 'remove it; to write of an element, give its name without the angle brackets',
})
