// Marks that Dateline's markdown does not know, or not so: attribute lists, footnotes that lack something, code by indentation.

import type { MarkdownIt } from 'markdown-it'
import { readLanguage } from '../../markdown/foreign-words.ts'
import { findNoteFaults } from '../../validate/body/find-note-faults.ts'
import { readBody } from '../../validate/body/read-body.ts'
import { anchorMark } from '../html/html-anchors.ts'
import { codeFence } from '../html/html-piece.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

export const cleanMarkdown = (text: string, markdown: MarkdownIt, addNote: AddNote): string =>
  fenceCode(convertFootnotes(dropAttributes(text, markdown, addNote), markdown, addNote), markdown, addNote)

const attributeNote = 'Removed an attribute list ({: .class} or {#id})'
const attributes =
  /[ \t]*(?<!\{)\{:?[ \t]*(?:(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))[ \t]*)+\}(?!\})|\{:[^{}\n]*\}/g

const dropAttributes = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (!/\{[:.#\w]|\{ *[.#]/.test(text)) return text
  // Brackets that stand for an address further down would become a link, and no link has braces.
  const hasReferences = /^ {0,3}\[(?!\^)[^\]]+\]:/m.test(text)
  return outsideCode(text, findCode(text, markdown), piece =>
    piece.replace(attributes, (list: string, at: number) => {
      if (!hasReferences && piece[at - 1] === ']' && readLanguage(piece, at)) return list
      const id = /#([\w:.-]+)/.exec(list)?.[1]
      // The heading's own words are still there; its id only leads to it.
      if (id !== undefined) return anchorMark(id)
      addNote(attributeNote, list)
      return ''
    }),
  )
}

/** Footnotes that are whole stay. Others become numbers in brackets: escaped, as one of a word would be read as a link's address. */
const convertFootnotes = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (!text.includes('[^') || hasCompleteNotes(text)) return text
  const hasNotes = /^\s{0,3}\[\^[^\]\s]+\]:/m.test(text)
  return outsideCode(text, findCode(text, markdown), piece => {
    if (!hasNotes) return piece.replace(/(?<!\\)\[\^(?=[^\]\s]*\])/g, '\\[^')
    const numbered = piece
      .replace(/^( {0,3})\[\^([^\]\s]+)\]:/gm, '$1\\[$2\\]')
      .replace(/\[\^([^\]\s]+)\]/g, '\\[$1\\]')
      .replace(/(?<!\\)\[\^\]/g, '\\[^]')
    if (numbered !== piece)
      addNote('Replaced footnotes that lack their text or their reference with numbers in brackets')
    return numbered
  })
}

/** Each footnote has its text and its number, where both can stand. */
export const hasCompleteNotes = (text: string): boolean => {
  const { tokens, env } = readBody(text)
  return findNoteFaults(text, tokens, env).length === 0
}

const fenceCode = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (!/^(?: {4}|\t| {1,3}\t)/m.test(text)) return text
  const blocks = markdown
    .parse(text, {})
    .filter(token => token.type === 'code_block')
    // Those in footnotes come last, wherever they stand.
    .sort((one, other) => (one.map?.[0] ?? 0) - (other.map?.[0] ?? 0))
  const lines = text.split('\n')
  const written: string[] = []
  let done = 0
  for (const { map, level, content } of blocks) {
    const [first, end] = map ?? [0, 0]
    const indent = /^[ \t]*(?=[^ \t>])/.exec(lines[first] ?? '')?.[0]
    // Behind the mark of a list or a quotation there is no line of its own to put a fence on.
    if (first < done || indent === undefined || (indent.length < 4 && !indent.includes('\t'))) continue
    const outer = level === 0 ? '' : indent.startsWith('\t') ? indent.slice(1) : indent.slice(4)
    const fenced = codeFence(content.replace(/\n$/, ''), '').replace(/^(?=.)/gm, outer)
    const last = lines.slice(first, end).findLastIndex(line => line.trim() !== '')
    for (const line of lines.slice(done, first)) written.push(line)
    written.push(fenced)
    done = last === -1 ? end : first + last + 1
    addNote('Fenced code that four spaces marked')
  }
  return [...written, ...lines.slice(done)].join('\n')
}
