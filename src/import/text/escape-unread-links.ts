// Links that the old site did not read as links, as a blank stands in their address: they stay the text that they were.

import type { MarkdownIt } from 'markdown-it'
import { findUnreadAddresses } from '../../validate/body/find-unread-marks.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

const note = 'Kept a link as text, as it was on the old site: a blank stands in its address'

export const escapeUnreadLinks = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (findUnreadAddresses(text).length === 0) return text
  return outsideCode(text, findCode(text, markdown), piece => {
    const found = findUnreadAddresses(piece).toSorted((one, other) => one - other)
    for (const at of found) addNote(note, /^[^\n]{0,150}/.exec(piece.slice(at))?.[0], 'editor')
    return [0, ...found].map((at, index) => piece.slice(at, found[index])).join('\\')
  })
}
