// Comments of a story's text that are not whole: words for the desk would go out, or words for readers would not.

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

/** Behind comments that were left out of the text, an arrow may be the end of one. */
export const findCommentEnds = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? []).some(({ type, content }) => type === 'text' && content.includes('-->'))
      ? [{ line: map?.[0] ?? 0, words: '-->', ...commentEnd }]
      : [],
  )
