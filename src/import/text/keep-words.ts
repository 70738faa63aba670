// What markdown would leave out of a story or read as something else: written so that it stays, or gone with a note where it says nothing.

import { findEmptyFaults } from '../../validate/body/find-empty-faults.ts'
import { findFenceFaults, isClosed } from '../../validate/body/find-fence-faults.ts'
import { findListFaults } from '../../validate/body/find-list-faults.ts'
import { referencesOf } from '../../validate/body/find-reference-faults.ts'
import { findLongRows } from '../../validate/body/find-table-faults.ts'
import { type ReadBody, readBody } from '../../validate/body/read-body.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

/** `text`: as Dateline reads it. What is mended may change what is read behind it. */
export const keepWords = (text: string, addNote: AddNote): string => {
  let kept = text
  for (let turn = 0; turn < 4; turn++) {
    const mended = mend(kept, addNote)
    if (mended === kept) break
    kept = mended
  }
  return kept
}

const mend = (text: string, addNote: AddNote): string => {
  const read = readBody(text)
  const lines = text.split('\n')
  for (const step of [joinCells, keepReferences, keepNumbers, dropSubheads, dropCaptions, closeFences])
    step(lines, read, addNote)
  return dropEmptyLinks(lines.join('\n'), read, addNote)
}

type Mend = (lines: string[], read: ReadBody, addNote: AddNote) => void

/** Cells that the head of a table has no column for become part of the last one. */
const joinCells: Mend = (lines, { tokens }, addNote) => {
  for (const { line, columns, cells, lost } of findLongRows(tokens, lines)) {
    const before = /^[ \t>]*/.exec(lines[line] ?? '')?.[0] ?? ''
    const last = [cells[columns - 1] ?? '', ...lost].filter(cell => cell !== '').join(' \\| ')
    lines[line] = `${before}| ${[...cells.slice(0, columns - 1), last].join(' | ')} |`
    addNote('Joined cells that the head of their table has no column for', lost.join(' | '))
  }
}

const isAddress = (text: string): boolean => /^\s*<?(?:[a-z]+:|[/#]|\S*\.\w|\S+\/)/i.test(text)

/** An address that nothing leads to was never seen; words behind a colon stay as they were written. */
const keepReferences: Mend = (lines, { env }, addNote) => {
  const { definitions, used } = referencesOf(env)
  const met = new Set<string>()
  for (const {
    label,
    lines: [start, end],
  } of definitions) {
    if (used.has(label) && !met.has(label)) {
      met.add(label)
      continue
    }
    const text = lines.slice(start, end).join('\n')
    const words = text.slice(text.indexOf(']:') + 2)
    if (isAddress(words)) {
      for (let line = start; line < end; line++)
        lines[line] = /^[ \t>]*/.exec(lines[line] ?? '')?.[0].trimEnd() ?? ''
      addNote('Removed an address that no link leads to', text.trim())
    } else {
      lines[start] = (lines[start] ?? '').replace('[', '\\[')
      addNote('Kept a line as text that markdown takes for the address of a link', text.trim())
    }
  }
}

const keepNumbers: Mend = (lines, { tokens }, addNote) => {
  for (const { code, line, words = '' } of findListFaults(tokens)) {
    if (code !== 'list-of-one') continue
    lines[line] = (lines[line] ?? '').replace(words, words.replace(/[.)]$/, '\\$&'))
    addNote('Kept a number as text that markdown takes for a list of one', words)
  }
}

const dropSubheads: Mend = (lines, { tokens }, addNote) => {
  for (const { code, line } of findEmptyFaults(tokens)) {
    if (code !== 'subhead-no-words') continue
    lines[line] = (lines[line] ?? '').replace(/#.*$/, '').trimEnd()
    addNote('Removed a heading without words')
  }
}

/** From the last to the first, so that the lines of the others stay where they are. */
const closeFences: Mend = (lines, { tokens }, addNote) => {
  for (const { line } of findFenceFaults(tokens).filter(({ code }) => code === 'code-words')) {
    const [, kept, words = ''] = /^([^`~]*([`~])\2*[ \t]*\S+)[ \t]+(.*)$/.exec(lines[line] ?? '') ?? []
    if (kept === undefined) continue
    lines[line] = kept
    addNote('Removed words behind the mark that begins code', words, 'editor')
  }
  for (const token of tokens.toReversed()) {
    if (token.type !== 'fence' || !token.map || isClosed(token)) continue
    const [start] = token.map
    let [, end] = token.map
    while (end > start + 1 && /^[ \t>]*$/.test(lines[end - 1] ?? '')) end--
    const [before = ''] = /^[^`~]*/.exec(lines[start] ?? '') ?? []
    lines.splice(end, 0, before.replace(/[^>\s]/g, ' ') + token.markup)
    addNote('Ended code that was never closed')
  }
}

const caption = /(!\[[^\]\n]*\]\([^\s)]+)[ \t]+(?:"([^"\n]*)"|'([^'\n]*)')\)/g

/** A picture that has a line for itself gets a paragraph for itself: there its caption is shown. */
const dropCaptions: Mend = (lines, { tokens, reader }, addNote) => {
  let done = 0
  for (const { code, line, words = '' } of findEmptyFaults(tokens)) {
    if (code !== 'picture-caption-lost') continue
    for (let at = Math.max(line, done), isFound = false; at < lines.length && !isFound; at++) {
      done = at
      const written = lines[at] ?? ''
      lines[at] = written.replace(caption, (picture: string, bare: string, one = '', other = '') => {
        if (isFound || reader.utils.unescapeAll(one || other) !== words) return picture
        isFound = true
        if (written.trimEnd() === picture) return `\n${picture}\n`
        addNote('Removed the caption of a picture among words', words, 'editor')
        return `${bare})`
      })
    }
  }
}

const emptyLink = /(?<!!)\[\s*\]\((?:<[^<>\n]*>|[^\s()]|\([^\s()]*\))*(?:\s+"[^"\n]*")?\)/g

const dropEmptyLinks = (text: string, { tokens, reader }: ReadBody, addNote: AddNote): string => {
  if (!findEmptyFaults(tokens).some(({ code }) => code === 'link-no-words')) return text
  return outsideCode(text, findCode(text, reader), piece =>
    piece.replace(emptyLink, link => {
      addNote('Removed a link without words', link)
      return ''
    }),
  )
}
