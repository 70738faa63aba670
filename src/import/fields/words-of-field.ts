// The words of a field: one line as readers saw it, without the HTML that generators let through; null where it has none.

import type { AddNote } from '../report/note.ts'
import { textOfHtml } from '../text/plain-text.ts'
import { readableField } from '../text/readable-text.ts'
import { asText } from './read-fields.ts'

export const hasHtml = (text: string): boolean =>
  /<\/?[a-z][^>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(text)

export const wordsOfField = (value: unknown, addNote: AddNote): string | null => {
  const text = asText(value)
  if (text === null) return null
  const plain = hasHtml(text) ? textOfHtml(text) : text
  if (plain !== text) addNote('Removed HTML from a field', text)
  const words = readableField(plain, addNote)
  return hasLetters(words) ? words : null
}

/** Whether anything of it is seen. */
export const hasLetters = (text: string): boolean => !/^[\s\p{Cf}]*$/u.test(text)
