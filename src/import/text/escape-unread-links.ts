// Links that the old site did not read as links, as a blank stands in their address: they stay the text that they were.

import type { MarkdownIt } from 'markdown-it'
import { findUnreadAddresses } from '../../validate/body/find-unread-marks.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

const pictureNote = 'Kept a picture as text, as it was on the old site: its address cannot be read'
const note = 'Kept a link as text, as it was on the old site: a blank stands in its address'

export const escapeUnreadLinks = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  const isPicture = (words: string) => markdown.parseInline(words, {})[0]?.children?.[0]?.type === 'image'
  const unreadIn = (piece: string) => [
    ...findUnreadAddresses(piece).map(at => ({ at, message: note })),
    ...unreadPictures(piece, isPicture).map(at => ({ at, message: pictureNote })),
  ]
  if (unreadIn(text).length === 0) return text
  return outsideCode(text, findCode(text, markdown), piece => {
    const found = unreadIn(piece).toSorted((one, other) => one.at - other.at)
    for (const { at, message } of found)
      addNote(message, /^[^\n]{0,150}/.exec(piece.slice(at))?.[0], 'editor')
    return [0, ...found.map(({ at }) => at)].map((at, index) => piece.slice(at, found[index]?.at)).join('\\')
  })
}

const picture = /(?<!\\)!\[[^[\]\n]{0,1000}\]\([^()\n]{0,1000}[ \t"][^()\n]{0,1000}\)/g

/** Offsets of the brackets of pictures that are none to markdown. */
const unreadPictures = (text: string, isPicture: (words: string) => boolean): readonly number[] =>
  [...text.matchAll(picture)].filter(([words]) => !isPicture(words)).map(({ index }) => index + 1)
