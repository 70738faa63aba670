// Pictures that markdown wrote in ways of its own: a small one that leads to a large one, and a line in italics that is the caption.

import type { MarkdownIt } from 'markdown-it'
import type { AddNote } from '../report/note.ts'
import { isPictureName } from '../text/picture-name.ts'
import { type FoundLink, findLinks } from './find-links.ts'

export const withOwnPictures = (
  text: string,
  markdown: MarkdownIt,
  has: (src: string) => boolean,
  addNote: AddNote,
): string => {
  if (!text.includes('![')) return text
  const larger = /\[[ \t]*!\[/.test(text) ? withLarger(text, findLinks(text, markdown), has) : text
  return captionLine.test(larger) ? withCaptions(larger, markdown, addNote) : larger
}

/** The larger one is shown, where it came along. */
const withLarger = (text: string, links: readonly FoundLink[], has: (src: string) => boolean): string => {
  let result = ''
  let done = 0
  links.forEach((link, at) => {
    const picture = links[at + 1]
    if (link.kind !== 'link' || link.start < done || !isPictureName(link.url)) return
    if (picture?.kind !== 'picture' || picture.syntax !== 'inline' || picture.end > link.words[1]) return
    const around = text.slice(link.words[0], picture.start) + text.slice(picture.end, link.words[1])
    if (around.trim() !== '' || !has(link.url)) return
    const title = picture.title === null ? '' : ` "${picture.title.replace(/["\\]/g, '\\$&')}"`
    const url = /[\s()<>]/.test(link.url) ? `<${link.url.replace(/[<>]/g, encodeURIComponent)}>` : link.url
    result += `${text.slice(done, link.start)}![${text.slice(...picture.words)}](${url}${title})`
    done = link.end
  })
  return result + text.slice(done)
}

const captionLine =
  /(?<=^|\n)(?<=\n[ \t]*\n|^)(!\[[^\]\n]*\]\([^\s()]+)\)[ \t\\]*\n[ \t]*([*_])(?![*_\s])([^*_[\]\n]+)(?<![\s*_])\2[ \t]*(?=\n[ \t]*\n|\n?$)/

const captionNote = 'Took the line in italics below a picture as its caption'

const withCaptions = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  const code = findLinks(text, markdown)
  return text.replace(
    new RegExp(captionLine, 'g'),
    (written, picture: string, _, words: string, at: number) => {
      if (!code.some(({ start }) => start === at)) return written
      addNote(captionNote, words)
      return `${picture} "${words.replace(/(?<!\\)"/g, '\\"')}")`
    },
  )
}
