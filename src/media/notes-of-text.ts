// What programs note in files of text: who wrote an RTF, whose a PostScript is, where on a disk the sources of a script lie.

import { type DocumentNotes, documentNotes, pathsIn } from './document-notes.ts'

/** RTF 1.9: its information, changes that are kept, remarks. */
export const notesOfRtf = (bytes: Buffer): DocumentNotes => {
  const text = bytes.toString('latin1')
  const authors = [...text.matchAll(/\{\\(?:author|operator|manager|company)\s([^{}\\]{1,200})\}/g)]
  return documentNotes({
    authors: authors.map(([, name = '']) => name),
    paths: pathsIn(text.replaceAll('\\\\', '\\')),
    others: [
      ...(/\\deleted\b/.test(text) ? ['words that were deleted from it'] : []),
      ...(/\{\\\*\\annotation\b/.test(text) ? ['the comments in it'] : []),
    ],
  })
}

/** PostScript (Adobe 5001): its first lines say for whom it was made, and of what. */
export const notesOfPostScript = (bytes: Buffer): DocumentNotes => {
  const head = bytes.toString('latin1', 0, 65_536)
  const authors = [...head.matchAll(/^%%(?:For|Author): ?\(?([^\r\n)]{1,200})/gm)].map(
    ([, name = '']) => name,
  )
  return documentNotes({ authors, paths: pathsIn(head) })
}

/** Pages, scripts, their maps and data. */
export const notesOfText = (bytes: Buffer): DocumentNotes => {
  const hints = ['Users', 'Documents and Settings', 'file://', '"/home/']
  return hints.some(words => bytes.includes(words))
    ? documentNotes({ authors: [], paths: pathsIn(bytes.toString('utf8')).filter(isOfSomebody) })
    : []
}

/** Addresses of a site may begin with /home/ and /Users/ as well. */
const isOfSomebody = (path: string): boolean =>
  /^(?:[A-Za-z]:|file:)/.test(path) || /^\/(?:Users|home)\/[a-z][\w.-]*\/[^/]+\/.*\.\w+$/.test(path)
