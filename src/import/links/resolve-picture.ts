// What becomes of a picture in a body: a file beside the story, a link, or its alt text.

import type { AddNote } from '../note.ts'
import { makeAlt } from './make-alt.ts'
import type { LinkAction, LinkInText } from './rewrite-links.ts'

export type PictureRules = {
  readonly base: string | null
  /** The picture's name beside the story, or null when it is not in the archive. */
  readonly takePicture: (src: string) => string | null
  readonly addNote: AddNote
}

export const resolvePicture = (
  picture: LinkInText,
  { base, takePicture, addNote }: PictureRules,
): LinkAction => {
  const src =
    base !== null && picture.url.startsWith(`${base}/`) ? picture.url.slice(base.length) : picture.url
  const isForeign = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)
  const name = isForeign || src === '' ? null : takePicture(src)
  const hasAlt = !/^(?:\s|&nbsp;|&#160;)*$/.test(picture.words)
  if (name !== null) {
    return { kind: 'show', url: name, words: hasAlt ? picture.words : makeAlt(src, picture.title, addNote) }
  }
  if (/^(?:https?:)?\/\/[^/\s]/i.test(src) && hasAlt && !picture.isInside) {
    addNote('A picture on another server became a link: a page shows only its own', src)
    return { kind: 'go', url: src.replace(/^\/\//, 'https://') }
  }
  const words = hasAlt ? 'its alt text stays' : 'it had no alt text and is gone'
  addNote(`A picture is not in the archive, or none that a page may show: ${words}`, src)
  return { kind: 'text' }
}
