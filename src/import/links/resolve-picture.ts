// A picture in a body of the old site becomes a file beside the story, a link, or its alt text.

import { parseUrl } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import { makeAlt } from './make-alt.ts'
import { pathOnHosts } from './old-hosts.ts'
import type { LinkAction, LinkInText } from './rewrite-links.ts'

type PictureRules = {
  /** Of the old site, and of the new one. */
  readonly hosts: ReadonlySet<string>
  /** The picture's name beside the story, or null when it is not in the archive. */
  readonly takePicture: (src: string) => string | null
  readonly addNote: AddNote
}

export const resolvePicture = (
  picture: LinkInText,
  { hosts, takePicture, addNote }: PictureRules,
): LinkAction => {
  const src = pathOnHosts(picture.url, hosts) ?? picture.url
  const isForeign = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)
  const name = isForeign || src === '' ? null : takePicture(src)
  const hasAlt = !/^(?:\s|&nbsp;|&#160;)*$/.test(picture.words)
  if (name !== null) {
    return {
      kind: 'picture',
      url: name,
      words: hasAlt ? picture.words : makeAlt(src, picture.title, addNote),
    }
  }
  const address = src.replace(/^\/\//, 'https://')
  if (/^https?:\/\/[^/\s]/i.test(address) && parseUrl(address) !== null && hasAlt && !picture.isInside) {
    addNote(
      'Replaced a picture on another server with a link; to show it, save its file beside the story',
      src,
    )
    return { kind: 'link', url: address }
  }
  const change = hasAlt ? 'Replaced a picture with its alt text' : 'Removed a picture without alt text'
  addNote(`${change}: the archive has no such file that a page can show`, src, 'editor')
  return { kind: 'text' }
}
