// The `:::` lines of a story's markdown: one that is misspelt or never closed would swallow the rest of the story.

import { nearMiss } from '../../domain/near-miss.ts'
import { type BoxName, boxNames, readBox } from '../../markdown/boxes.ts'
import { readEntryLine } from '../../markdown/live-entries.ts'
import type { BodyFault } from './body-fault.ts'
import { proseLines } from './prose-lines.ts'

type Opened = {
  readonly name: string
  readonly colons: number
  readonly line: number
  /** Another fault names it already; its end is taken for what its author meant. */
  readonly isReported: boolean
}

/** `zone`: the site's, for advice. */
export const findContainerFaults = (body: string, zone: string): readonly BodyFault[] => {
  if (!body.includes('::')) return []
  const faults: BodyFault[] = []
  const opened: Opened[] = []
  const lines = body.split('\n')
  const add = (line: number, fault: FaultOfLine) => faults.push({ line, ...fault })
  for (const { line, text } of proseLines(body)) {
    const [, before = '', { length: colons } = '', rest = ''] = boxLine.exec(text) ?? []
    if (colons < 2 || (colons === 2 && readBox(rest) === null)) continue
    if (colons === 2) add(line, tooFew(rest))
    else if (before !== '') add(line, indented)
    else if (rest !== '') {
      const { name, words } = readBox(rest) ?? { name: rest, words: null }
      const own = words === null ? [unknown(name)] : faultsOfWords(name as BoxName, words, zone)
      for (const fault of own) add(line, fault)
      const outer = opened.at(-1)
      const isNested = outer !== undefined && outer.colons <= colons
      if (isNested && !outer.isReported) add(line, nested(name, outer))
      opened.push({ name, colons, line, isReported: isNested || words === null })
    } else if (opened.at(-1)?.isReported) opened.pop()
    else {
      const [closed, ...left] = closedBy(colons, opened)
      if (!closed) add(line, stray)
      else if (holdsWords.has(closed.name) && isBlank(lines.slice(closed.line + 1, line)))
        add(closed.line, empty)
      for (const { line: start, name } of left) add(start, unclosed(name))
    }
  }
  for (const { name, line, isReported } of opened) if (!isReported) add(line, unclosed(name))
  return faults.sort((one, other) => one.line - other.line)
}

const isBlank = (lines: readonly string[]): boolean => lines.join('').trim() === ''

/** What stands before the colons, but for up to three spaces: the beginning of a list or a quotation, or what would be inside of one. */
const boxLine = /^ {0,3}((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(:{2,})[ \t]*(.*?)[ \t]*$/

/** Takes out the outermost box that so many colons end, and behind it those in it, which are left unclosed. */
const closedBy = (colons: number, opened: Opened[]): readonly Opened[] => {
  const at = opened.findIndex(outer => outer.colons <= colons)
  return at === -1 ? [] : opened.splice(at)
}

/** An entry may be no more than its headline; a box that must be a list is checked by its tokens. */
const holdsWords: ReadonlySet<string> = new Set<BoxName>(['pullquote', 'facts'])

type FaultOfLine = Omit<BodyFault, 'line'>

const unknown = (name: string): FaultOfLine => ({
  code: 'container-unknown',
  message: `“::: ${name}” is not a box that Dateline knows`,
  hint:
    nearMiss(name.split(/\s/)[0] ?? '', boxNames) ??
    `write one of ${boxNames.join(', ')} after the colons, or remove them`,
})

const tooFew = (words: string): FaultOfLine => ({
  code: 'container-colons',
  message: `“:: ${words}” begins with two colons, but a box needs three`,
  hint: `write ::: ${words}, and a line ::: after the last line of the box`,
})

const indented: FaultOfLine = {
  code: 'container-indented',
  message: 'the colons of a box must stand at the beginning of a line, outside lists and quotations',
  hint: 'remove what stands before the colons',
}

const unclosed = (name: string): FaultOfLine => ({
  code: 'container-unclosed',
  message: `“::: ${name}” is never closed, so the rest of the story would be inside the box`,
  hint: 'add a line ::: after the last line of the box',
})

const empty: FaultOfLine = {
  code: 'box-empty',
  message: 'this box is empty',
  hint: 'write its text on the lines below, or remove the box',
}

const stray: FaultOfLine = {
  code: 'container-stray',
  message: '“:::” closes nothing: no box is open here',
  hint: 'remove the line',
}

const nested = (name: string, { name: outer, colons }: Opened): FaultOfLine => ({
  code: 'container-nested',
  message: `“::: ${name}” is inside “::: ${outer}”, and its end would close both`,
  hint: `begin and end ${outer} with more colons than the box inside it: ${':'.repeat(colons + 1)}`,
})

/** What stands behind a box's name. */
const faultsOfWords = (name: BoxName, words: string, zone: string): readonly FaultOfLine[] => {
  if (name === 'entry') return faultsOfEntry(words, zone)
  if (name === 'pullquote' && words !== '') {
    const message = 'a pull quote cannot have a title'
    return [{ words, code: 'container-words', message, hint: 'write the quote on the lines below' }]
  }
  if (name === 'facts' && words === '') {
    const hint = 'write it after the name: ::: facts The storm in figures'
    return [{ code: 'facts-no-title', message: 'the fact box has no title', hint }]
  }
  return []
}

const faultsOfEntry = (line: string, zone: string): readonly FaultOfLine[] => {
  const entryHint = 'write ::: entry 2024-10-24T18:40:00+05:30 Headline'
  const { at, headline, time } = readEntryLine(line, zone)
  if (!/^\d/.test(time)) return [{ code: 'entry-no-time', message: 'the entry has no time', hint: entryHint }]
  const late = at.ok ? [] : [{ words: time, ...at.fault }]
  if (headline !== '') return late
  return [...late, { code: 'entry-no-headline', message: 'the entry has no headline', hint: entryHint }]
}
