// A picture in a body of the old site becomes a file beside the story, a link, or its alt text.

import { parseUrl } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import { altMarkdown } from '../text/alt-markdown.ts'
import type { CollectedPicture } from './collect-pictures.ts'
import { makeAlt } from './make-alt.ts'
import { pathOnHosts } from './old-hosts.ts'
import type { PictureNotes } from './picture-notes.ts'
import type { LinkAction, LinkInText } from './rewrite-links.ts'

type PictureRules = {
  /** Of the old site, and of the new one. */
  readonly hosts: ReadonlySet<string>
  readonly takePicture: (src: string, words: string) => CollectedPicture
  /** What the old site noted of a picture by its name. */
  readonly notesOf: (src: string) => PictureNotes | null
  readonly addNote: AddNote
}

export const resolvePicture = (
  picture: LinkInText,
  { hosts, takePicture, notesOf, addNote }: PictureRules,
): LinkAction => {
  const src = pathOnHosts(picture.url, hosts) ?? picture.url
  const taken = src === '' ? null : takePicture(picture.url, picture.words || (picture.title ?? ''))
  const hasAlt = !/^(?:\s|&nbsp;|&#160;)*$/.test(picture.words)
  if (taken !== null && 'name' in taken) {
    const noted = hasAlt || isData(src) ? null : (notesOf(src)?.alt ?? null)
    const words = hasAlt
      ? picture.words
      : noted !== null
        ? altMarkdown(noted)
        : makeAlt(isData(src) ? '' : src, picture.title, addNote)
    return { kind: 'picture', url: taken.name, words }
  }
  const change = hasAlt ? 'Replaced a picture with its alt text' : 'Removed a picture without alt text'
  if (taken !== null) {
    addNote(
      `${change}: pages cannot show its file`,
      `${isData(src) ? '' : `${src}: `}${taken.reason}`,
      'editor',
    )
    return { kind: 'text' }
  }
  const address = src.replace(/^\/\//, 'https://')
  if (/^https?:\/\/[^/\s]/i.test(address) && parseUrl(address) !== null && hasAlt && !picture.isInside) {
    addNote(
      'Replaced a picture on another server with a link; to show it, save its file beside the story',
      src,
    )
    return { kind: 'link', url: address }
  }
  addNote(`${change}: the archive has no such file that a page can show`, src, 'editor')
  return { kind: 'text' }
}

/** It stood in the text, and has no name. */
const isData = (src: string): boolean => src.startsWith('data:')
