// PDF (ISO 32000-1): its author, paths of disks, comments at its edge, files packed into it, the places of its photos.

import { inflateSync } from 'node:zlib'
import { type DocumentNotes, documentNotes, hasLocation, inXml, pathsIn } from './document-notes.ts'

const longestPart = 64 * 1024 * 1024

/** A text between brackets, which may hold others; or its bytes as numbers. */
const value = String.raw`\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]){0,500}\)){0,4000}\)|<[0-9a-f\s]{0,8000}>`
/** Letters of a name may be written as numbers. */
const author = new RegExp(
  String.raw`\/(?:A|#41)(?:u|#75)(?:t|#74)(?:h|#68)(?:o|#6f)(?:r|#72)\s*(${value})`,
  'gi',
)
const file = new RegExp(String.raw`\/UF\s*(${value})|\/F\s*(\((?:\\[\s\S]|[^\\()]){0,4000}\))`, 'g')
const owner = new RegExp(String.raw`\/T\s*(${value})`, 'g')
const comment = /\/Subtype\s*\/(?:Text|Highlight|Underline|StrikeOut|Squiggly|Caret|Popup)\b/g

export const notesOfPdf = (bytes: Buffer): DocumentNotes => {
  const text = bytes.toString('latin1')
  const all = [text, ...packedParts(bytes, text)]
  // Its words are locked: they would be no words.
  const isLocked = /\/Encrypt\s*(?:\d+ \d+ R|<<)/.test(text)
  return documentNotes({
    authors: all.flatMap(part => [
      ...(isLocked ? [] : valuesOf(part, author)),
      ...inXml(part, 'dc:creator|pdf:Author'),
      ...[...part.matchAll(/\b(?:dc:creator|pdf:Author)="([^"<>]{1,200})"/g)].map(([, name = '']) => name),
    ]),
    paths: isLocked ? [] : all.flatMap(part => pathsIn(part.replace(/\\([()])/g, '$1'))),
    others: isLocked ? [] : [...commentsIn(all), ...filesIn(all)],
    isLocated: hasLocation(bytes),
  })
}

const valuesOf = (part: string, expression: RegExp): readonly string[] =>
  [...part.matchAll(expression)].map(([, one, other]) => pdfText(one ?? other ?? ''))

/** Comments of who read it: a program shows them to every reader. */
const commentsIn = (parts: readonly string[]): readonly string[] => {
  const near = parts.flatMap(part =>
    [...part.matchAll(comment)].map(({ index }) => objectAround(part, index)),
  )
  const found = near.filter(each => /\/Contents\s*[(<]\s*[^)>\s]/.test(each))
  if (found.length === 0) return []
  const names = [...new Set(found.flatMap(each => valuesOf(each, owner)))].filter(name => name.trim() !== '')
  return [names.length === 0 ? 'the comments in it' : `the comments of ${names.slice(0, 3).join(', ')}`]
}

const near = 1500

/** From the object before to the next one, where they are near. */
const objectAround = (part: string, at: number): string => {
  const before = part.slice(Math.max(0, at - near), at).replace(/^[\s\S]*(?:endobj|>>\s*<<)/, '')
  return before + part.slice(at, at + near).replace(/(?:endobj|>>\s*<<)[\s\S]*$/, '')
}

const filesIn = (parts: readonly string[]): readonly string[] => {
  if (!parts.some(part => /\/EmbeddedFiles?\b/.test(part))) return []
  const names = [
    ...new Set(parts.filter(part => /\/Filespec\b|\/EF\b/.test(part)).flatMap(part => valuesOf(part, file))),
  ]
  const shown = names.map(name => name.replace(/^.*[\\/]/, '')).slice(0, 3)
  return [`files that are packed into it${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`]
}

/** Objects and metadata may be packed. */
const packedParts = (bytes: Buffer, text: string): readonly string[] =>
  [...text.matchAll(/\/Type\s*\/(?:ObjStm|Metadata)\b[\s\S]{0,400}?stream\r?\n/g)].flatMap(
    ({ index, 0: head }) => {
      try {
        const start = index + head.length
        const end = text.indexOf('endstream', start)
        return [
          inflateSync(bytes.subarray(start, end), { maxOutputLength: longestPart, finishFlush: 2 }).toString(
            'latin1',
          ),
        ]
      } catch {
        return []
      }
    },
  )

const pdfText = (written: string): string => {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.replace(/[^0-9a-f]/gi, ''), 'hex')
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\([0-7]{1,3})/g, (_all, digits: string) =>
            String.fromCharCode(Number.parseInt(digits, 8)),
          )
          .replace(/\\([\s\S])/g, '$1'),
        'latin1',
      )
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
  return bytes.toString('latin1', 0, 3) === '\xef\xbb\xbf'
    ? bytes.toString('utf8', 3)
    : bytes.toString('latin1')
}
