// ZIP archives, and the documents of office programs, which are some: who made them, what was deleted, hidden or remarked on in them, what is secret.

import { type DocumentNotes, documentNotes, hasLocation, inXml, pathsIn } from './document-notes.ts'
import { notesOfPdf } from './notes-of-pdf.ts'
import { secretsAmong } from './secrets-among.ts'
import { contentOfEntry, type ZipEntry, zipEntries } from './zip-entries.ts'

export const notesOfZip = (bytes: Buffer): DocumentNotes => notesWithin(bytes, true)

const notesWithin = (bytes: Buffer, isOutermost: boolean): DocumentNotes => {
  const entries = zipEntries(bytes)
  const textsOf = (name: RegExp): readonly string[] =>
    entries.filter(entry => name.test(entry.name)).map(entry => contentOfEntry(bytes, entry).toString('utf8'))
  const properties = textsOf(/^(?:docProps\/(?:core|app)\.xml|meta\.xml)$/)
  const located = entries.filter(
    entry =>
      /\.(?:jpe?g|png|webp|heic|tiff?|mp4|mov|m4v)$/i.test(entry.name) &&
      hasLocation(contentOfEntry(bytes, entry)),
  )
  const own = documentNotes({
    authors: properties.flatMap(text =>
      inXml(text, 'dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|Manager|Company'),
    ),
    paths: textsOf(/^(?:word|xl|ppt)\/.*\.rels$/).flatMap(pathsIn),
    others: [...remarks(textsOf), ...secretsAmong(entries.map(({ name }) => name))],
    isLocated: located.length > 0,
  })
  return isOutermost ? [...own, ...notesOfDocuments(bytes, entries)] : own
}

type TextsOf = (name: RegExp) => readonly string[]

/** What a program shows to everybody who asks it to. */
const remarks = (textsOf: TextsOf): readonly string[] => {
  const texts = textsOf(/^(?:word\/(?:document|footnotes|endnotes)\.xml|content\.xml)$/)
  const has = (expression: RegExp) => texts.some(text => expression.test(text))
  const hasComments =
    textsOf(/^(?:word\/comments|ppt\/comments\/.+|xl\/threadedComments\/.+)\.xml$/).some(text =>
      /<(?:w:t|p:text|p188:cm|text|a:t)[\s>]/.test(text),
    ) || has(/<office:annotation[\s>]/)
  const sheets = textsOf(/^xl\/workbook\.xml$/).flatMap(text =>
    [...text.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)]
      .filter(([tag]) => /\sstate="(?:veryH|h)idden"/.test(tag))
      .map(([tag]) => /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
  )
  const hasNotes = textsOf(/^ppt\/notesSlides\/[^/]+\.xml$/).some(text =>
    /<a:t>[^<]*\p{L}/u.test(text.replace(/<a:fld\s[\s\S]*?<\/a:fld>/g, '')),
  )
  return [
    ...(has(/<w:(?:delText|moveFrom)[\s>]|<text:deletion[\s>]/) ? ['words that were deleted from it'] : []),
    ...(hasComments ? ['the comments in it'] : []),
    ...(hasNotes ? ['the notes of its speaker'] : []),
    ...(sheets.length > 0 ? [`hidden sheets: ${sheets.slice(0, 3).join(', ')}`] : []),
  ]
}

/** Documents that are packed into an archive; not what is packed into those. */
const notesOfDocuments = (bytes: Buffer, entries: readonly ZipEntry[]): DocumentNotes =>
  entries
    .filter(({ name }) => /\.(?:docx|xlsx|pptx|od[tsp]|pdf)$/i.test(name) && !/^(?:word|xl|ppt)\//.test(name))
    .flatMap(entry => {
      const content = contentOfEntry(bytes, entry)
      const notes = /\.pdf$/i.test(entry.name) ? notesOfPdf(content) : notesWithin(content, false)
      return notes.map(note => `${note} (${entry.name})`)
    })
    .slice(0, 3)
