// Comments of a story's text that are not whole: words for the newsroom would go out, or words for readers would not.

import type { Token } from 'markdown-it'
import { errorAt, type Fault, locationInText, type Problem } from '../../domain/problem.ts'
import { findComments } from '../../markdown/find-comments.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { commentEnd, commentUnclosed } from '../text/shown-text.ts'
import type { BodyFault } from './body-fault.ts'

/** `body`: as it is written, at the end of the file. */
export const findNestedComments = ({ file, text }: SourceFile, body: string): readonly Problem[] =>
  findComments(body)
    .filter(({ start, end }) => body.slice(start + 4, end).includes('<!--'))
    .map(({ start, end }) =>
      errorAt(locationInText(file, text, text.length - body.length + start, end - start), nested),
    )

const nested: Fault = {
  ...commentUnclosed,
  message: 'another comment begins inside this one: the first --> ends both, and all up to there is left out',
  hint: 'end each comment with --> before the next one begins',
}

/** One that begins in a YAML comment among the fields, and ends in the text: readers would see its end. */
export const findSplitComments = ({ file, text }: SourceFile, body: string): readonly Problem[] => {
  const start = text.lastIndexOf('<!--', text.length - body.length)
  if (start === -1) return []
  const isInYamlComment = /#[^\n]*$/.test(text.slice(text.lastIndexOf('\n', start), start))
  const rest = text.slice(start, text.length - body.length)
  const end = body.indexOf('-->')
  const isOver = rest.includes('-->') || end === -1 || body.lastIndexOf('<!--', end) !== -1
  return isInYamlComment && !isOver ? [errorAt(locationInText(file, text, start, 4), split)] : []
}

const split: Fault = {
  ...commentUnclosed,
  message: 'this comment begins among the fields and ends in the text, so readers would see a part of it',
  hint: 'among the fields begin each line of a note with #; in the text put it between <!-- and -->',
}

/** Behind comments that were left out of the text, an arrow may be the end of one. */
export const findCommentEnds = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? []).some(({ type, content }) => type === 'text' && content.includes('-->'))
      ? [{ line: map?.[0] ?? 0, words: '-->', ...commentEnd }]
      : [],
  )
