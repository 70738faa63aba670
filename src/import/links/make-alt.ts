// An alt text for a picture that came without one: its caption, else the name of its file.

import { decodePath } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import { altMarkdown } from '../text/alt-markdown.ts'

const captionNote = 'Used the caption as the alt text of a picture that had none'
const nameNote = 'Used the file name as the alt text of a picture that had none; write a better one'

/** As markdown between the brackets. `caption` is plain text, or null. */
export const makeAlt = (src: string, caption: string | null, addNote: AddNote): string => {
  const words = caption?.replace(/\\(?=[!-/:-@[-`{-~])/g, '').trim()
  const alt = words || wordsOfFile(src)
  addNote(words ? captionNote : nameNote, `${src} → ${alt}`, words ? undefined : 'editor')
  return altMarkdown(alt)
}

/** "img/the_old-pier.jpg" is "The old pier". */
const wordsOfFile = (src: string): string => {
  const name =
    decodePath(src.replace(/[?#].*$/s, ''))
      .split('/')
      .at(-1) ?? ''
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? 'Picture' : words.charAt(0).toUpperCase() + words.slice(1)
}
