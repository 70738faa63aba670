// The `:::` lines of a story's markdown: one that is misspelt or never closed would swallow the rest of the story.

import { nearMiss } from '../../domain/near-miss.ts'
import { type BoxName, boxNames, readBox } from '../../markdown/boxes.ts'
import type { BodyFault } from './body-fault.ts'
import { type EntryAdvice, faultsOfEntry } from './find-entry-faults.ts'
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

type FaultOfLine = Omit<BodyFault, 'line'>

const unknown = (name: string): FaultOfLine => ({
  code: 'container-unknown',
  message: `“::: ${name}” is not a box that Dateline knows`,
  hint:
    nearMiss(boxMeant(name), boxNames) ??
    `write one of ${boxNames.join(', ')} after the colons, or remove them`,
})

/** "key points", "fact box", "quote": two words, or what others call it. */
const boxMeant = (name: string): string => {
  const [first = '', second = ''] = name.toLowerCase().split(/[\s-]+/)
  const isJoined = (boxNames as readonly string[]).includes(first + second)
  return isJoined ? first + second : (otherNames[first] ?? first)
}

const otherNames: Readonly<Record<string, BoxName>> = {
  quote: 'pullquote',
  blockquote: 'pullquote',
  pull: 'pullquote',
  key: 'keypoints',
  summary: 'keypoints',
  highlights: 'keypoints',
  box: 'facts',
  infobox: 'facts',
  info: 'facts',
  factbox: 'facts',
  chronology: 'timeline',
  update: 'entry',
  live: 'entry',
}

/** As some write the end of a box. */
const closingWord = /^(?:\/.*|end.*|close|stop)$/i

const endWithWords = (words: string): FaultOfLine => ({
  code: 'container-words',
  message: `“::: ${words}” does not end the box: a line that ends one has no words`,
  hint: 'write ::: and nothing else in this line',
})

const howMany = (marker: string): string =>
  marker.includes('：') ? 'wide colons' : marker.length === 1 ? 'one colon' : 'two colons'

const wrongColons = (marker: string, words: string): FaultOfLine => ({
  code: 'container-colons',
  message: `“${marker} ${words}” begins with ${howMany(marker)}, but a box needs three${marker.includes('：') ? ' plain ones' : ''}`,
  hint: `write ::: ${words}, and a line ::: after the last line of the box`,
})

const wrongEnd = (marker: string, isEndedBelow: boolean): FaultOfLine => ({
  code: 'container-colons',
  message: `this line has ${howMany(marker)}: it does not end the box, and readers would see it`,
  hint: isEndedBelow ? 'remove this line: the ::: below it ends the box' : 'write three: :::',
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

/** `name`: of the box that begins where the other one should have ended. */
const unclosedBefore = (outer: string, name: string): FaultOfLine => ({
  code: 'container-unclosed',
  message: `“::: ${outer}” above is not closed before “::: ${name}” begins here`,
  hint: 'add a line ::: above this line',
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

const nested = (name: string, { name: outer, colons }: Opened): FaultOfLine =>
  name === 'entry'
    ? {
        code: 'entry-nested',
        message: `a live entry cannot be inside another box, such as “::: ${outer}” above`,
        hint: `move the line ::: that ends ${outer} above this line`,
      }
    : {
        code: 'container-nested',
        message: `“::: ${name}” is inside “::: ${outer}”, and its end would close both`,
        hint: `begin and end ${outer} with more colons than the box inside it: ${':'.repeat(colons + 1)}`,
      }

/** What stands behind a box's name. */
const faultsOfWords = (name: BoxName, words: string, advice: EntryAdvice): readonly FaultOfLine[] => {
  if (name === 'entry') return faultsOfEntry(words, advice)
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
