// The `:::` lines of a story's markdown: one that is misspelt or never closed would swallow the rest of the story.

import { type BoxName, readBox } from '../../markdown/boxes.ts'
import type { BodyFault } from './body-fault.ts'
import {
  closingWord,
  empty,
  endWithWords,
  type FaultOfLine,
  faultsOfWords,
  indented,
  nested,
  stray,
  unclosed,
  unclosedBefore,
  unknown,
  wrongColons,
  wrongEnd,
} from './container-faults.ts'
import type { EntryAdvice } from './find-entry-faults.ts'
import { proseLines } from './prose-lines.ts'

type Opened = {
  readonly name: string
  readonly colons: number
  readonly line: number
  /** Another fault names it already; its end is taken for what its author meant. */
  readonly isReported: boolean
}

/** A line of colons. */
type Mark = {
  readonly line: number
  /** The blanks or marks in front of it that make it no box. */
  readonly before: string
  readonly marker: string
  readonly rest: string
}

/** `advice`: the site's zone and the story's day. */
export const findContainerFaults = (body: string, advice: EntryAdvice): readonly BodyFault[] => {
  if (!body.includes('::') && !body.includes('：：')) return []
  const faults: BodyFault[] = []
  const opened: Opened[] = []
  const lines = body.split('\n')
  const add = (line: number, fault: FaultOfLine) => faults.push({ line, ...fault })
  const markIn = (at: number) => marks[at] as Mark
  const marks = marksIn(body)
  const isEndedLater = endsAhead(marks)
  const open = (at: number) => {
    const { line, marker, rest } = markIn(at)
    const { length: colons } = marker
    const { name, words } = readBox(rest) ?? { name: rest, words: null }
    if (words === null && opened.length > 0 && closingWord.test(name)) {
      add(line, endWithWords(name))
      opened.pop()
      return
    }
    for (const fault of words === null ? [unknown(name)] : faultsOfWords(name as BoxName, words, advice))
      add(line, fault)
    let outer = opened.at(-1)
    while (outer && outer.colons <= colons && !outer.isReported && !isEndedLater(at)) {
      add(line, unclosedBefore(outer.name, name))
      opened.pop()
      outer = opened.at(-1)
    }
    const isNested = outer !== undefined && outer.colons <= colons
    if (isNested && !outer?.isReported) add(line, nested(name, outer as Opened))
    opened.push({ name, colons, line, isReported: isNested || words === null })
  }
  const close = (line: number, colons: number) => {
    if (opened.at(-1)?.isReported) {
      opened.pop()
      return
    }
    const [closed, ...left] = closedBy(colons, opened)
    if (!closed) add(line, stray)
    else if (holdsWords.has(closed.name) && isBlank(lines.slice(closed.line + 1, line)))
      add(closed.line, empty)
    for (const { line: start, name } of left) add(start, unclosed(name))
  }
  /** By too few colons, or by wide ones: no box for markdown. */
  const misread = ({ line, marker, rest }: Mark, next: Mark | undefined) => {
    const inner = opened.at(-1)
    if (readBox(rest) !== null) {
      add(line, wrongColons(marker, rest))
      opened.push({ name: rest, colons: marker.length, line, isReported: true })
    } else if (rest === '' && inner !== undefined) {
      if (inner.isReported && inner.colons === marker.length) {
        opened.pop()
        return
      }
      add(line, wrongEnd(marker, next?.line === line + 1 && isEnd(next)))
      opened.splice(-1, 1, { ...inner, isReported: true })
    }
  }
  for (const [at, mark] of marks.entries()) {
    if (!/^:{3,}$/.test(mark.marker)) misread(mark, marks[at + 1])
    else if (mark.before !== '') add(mark.line, indented)
    else if (mark.rest === '') close(mark.line, mark.marker.length)
    else open(at)
  }
  for (const { name, line, isReported } of opened) if (!isReported) add(line, unclosed(name))
  return faults.sort((one, other) => one.line - other.line)
}

const marksIn = (body: string): readonly Mark[] => {
  const marks: Mark[] = []
  for (const { line, text } of proseLines(body)) {
    const [, before, marker, rest] = boxLine.exec(text) ?? []
    if (before !== undefined && marker !== undefined && rest !== undefined)
      marks.push({ line, before, marker, rest })
  }
  return marks
}

const isEnd = ({ before, marker, rest }: Mark): boolean =>
  before === '' && rest === '' && marker.length > 2 && !marker.includes('：')

const isBeginning = ({ before, marker, rest }: Mark): boolean =>
  before === '' && rest !== '' && marker.length > 2 && !marker.includes('：')

/** Whether behind the box that begins at a mark there are ends enough for the one around it as well. */
const endsAhead = (marks: readonly Mark[]): ((at: number) => boolean) => {
  const balance: number[] = [0]
  for (const mark of marks)
    balance.push((balance.at(-1) ?? 0) + (isEnd(mark) ? 1 : isBeginning(mark) ? -1 : 0))
  const highest = [...balance]
  for (let at = highest.length - 2; at >= 0; at--)
    highest[at] = Math.max(highest[at] as number, highest[at + 1] as number)
  return at => (highest[at + 1] as number) > (balance[at] as number)
}

const isBlank = (lines: readonly string[]): boolean => lines.join('').trim() === ''

/** What stands before the colons, but for up to three spaces: the beginning of a list or a quotation, or what would be inside of one. */
const boxLine = /^ {0,3}((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)([:：]+)[ \t]*(.*?)[ \t]*$/

/** Takes out the outermost box that so many colons end, and behind it those in it, which are left unclosed. */
const closedBy = (colons: number, opened: Opened[]): readonly Opened[] => {
  const at = opened.findIndex(outer => outer.colons <= colons)
  return at === -1 ? [] : opened.splice(at)
}

/** An entry may be no more than its headline; a box that must be a list is checked by its tokens. */
const holdsWords: ReadonlySet<string> = new Set<BoxName>(['pullquote', 'facts'])
