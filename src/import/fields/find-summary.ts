// A story's summary of up to 300 characters: the old site's own, else the first words of the text.

import type { AddNote } from '../report/note.ts'

export const shortestSummary = 40
const longest = 300

const madeNote = 'Made a summary of the first words of the text'
const tooShortNote =
  'Made a summary of fewer than 40 characters, as there is no more text; write a better one'
const cutNote = 'Cut a summary to 300 characters'
const otherNote = 'Left out another summary, as a story has one'
const shortNote = 'Ignored a summary of fewer than 40 characters'

/**
 * `given` are the old site's summaries as plain text, the best first; `text` is the body's.
 * Of a story with less than 40 characters, title and all, it is all there is.
 */
export const findSummary = (
  given: readonly string[],
  text: string,
  title: string,
  addNote: AddNote,
): string => {
  const good = given.find(summary => lengthOf(summary) >= shortestSummary)
  if (good !== undefined) {
    if (lengthOf(good) > longest) addNote(cutNote)
    for (const other of given) if (!saysSame(other, good)) addNote(otherNote, other)
    return cut(good)
  }
  const [short] = given
  if (short !== undefined) addNote(shortNote, short)
  const made = [
    text,
    [short, text].filter(Boolean).join(' '),
    [title.replace(/([^.!?…])$/, '$1.'), short, text].filter(Boolean).join(' '),
  ]
  const enough = made.find(words => lengthOf(words) >= shortestSummary)
  if (enough === undefined) {
    addNote(tooShortNote, made.at(-1), 'editor')
    return made.at(-1) ?? title
  }
  addNote(madeNote)
  return cut(enough)
}

/** Systems fill one field from another. */
const saysSame = (text: string, other: string): boolean => {
  const [one, two] = [text, other].map(each => each.replace(/[\s.…]+/g, '').toLowerCase())
  return (one ?? '').startsWith(two ?? '') || (two ?? '').startsWith(one ?? '')
}

const lengthOf = (text: string): number => [...text].length

/** At the end of a sentence if one ends early enough, else between two words. */
const cut = (text: string): string => {
  if (lengthOf(text) <= longest) return text
  const head = [...text].slice(0, longest).join('')
  const sentences = [...head.matchAll(/[.!?…。！？।]["'”’»)]*(?=\s|$)/gu)]
    .map(end => head.slice(0, end.index + end[0].length))
    .filter(sentence => lengthOf(sentence) >= 80)
  const last = sentences.at(-1)
  if (last !== undefined) return last
  const room = [...head].slice(0, longest - 1).join('')
  const space = room.search(/\s\S*$/)
  return `${(space >= shortestSummary ? room.slice(0, space) : room).replace(/[\s,;:–—-]+$/, '')}…`
}
