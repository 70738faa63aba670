// WebVTT (W3C, section 4.1): notes are for who writes captions, as are comments and what stands behind the first word of the file.

import { cut, type Edit } from './edits.ts'
import type { Stripping } from './stripping.ts'

const note = /(?<=\n[ \t]*(?:\r?\n)+)NOTE(?=[ \t\r\n])[\s\S]*?(?:(?:\r?\n){2,}|\r?\n?$(?![\s\S]))/

/** In one caption: a player would take its arrow for that of a time. */
const comment = /<!--(?:-?>|(?:(?!<!--|\n\r?\n)[\s\S])*?-->)/

/** A line that holds nothing but a comment goes as a whole: an empty one would end the caption. */
const unseen = new RegExp(
  `${note.source}|(?<=\\n)${comment.source}[ \\t]*\\r?\\n|[ \\t]*${comment.source}`,
  'g',
)

export const stripCaptions = (bytes: Buffer): Stripping => {
  // A letter for each byte: what is cut are lines as they stand.
  const text = bytes.toString('latin1')
  const heading = /^(?:\xef\xbb\xbf)?WEBVTT([ \t][^\r\n]*)/.exec(text)
  const edits: Edit[] = heading?.[1] ? [cut(heading[0].length - heading[1].length, heading[0].length)] : []
  for (const { index, 0: found } of text.matchAll(unseen)) edits.push(cut(index, index + found.length))
  return { edits }
}
