// Links that the old site did not read as links, as a blank stands in their address: they stay the text that they were.

import type { MarkdownIt } from 'markdown-it'
import { findUnreadAddresses } from '../../validate/body/find-unread-marks.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

const note = 'Kept a link as text, as it was on the old site: a blank stands in its address'

export const escapeUnreadLinks = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (findUnreadAddresses(text).length === 0) return text
  return outsideCode(text, findCode(text, markdown), piece => {
    let escaped = piece
    for (const at of findUnreadAddresses(piece).toSorted((one, other) => other - one)) {
      addNote(note, /^[^\n]{0,150}/.exec(piece.slice(at))?.[0], 'editor')
      escaped = `${escaped.slice(0, at)}\\${escaped.slice(at)}`
    }
    return escaped
  })
}
