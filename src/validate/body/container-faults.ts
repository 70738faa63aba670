// What can be wrong with a `:::` line, and what to type instead.

import { nearMiss } from '../../domain/near-miss.ts'
import { type BoxName, boxNames } from '../../markdown/boxes.ts'
import type { BodyFault } from './body-fault.ts'
import { type EntryAdvice, faultsOfEntry } from './find-entry-faults.ts'

/** The box around another one. */
type Outer = { readonly name: string; readonly colons: number }

export type FaultOfLine = Omit<BodyFault, 'line'>

export const unknown = (name: string): FaultOfLine => ({
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
export const closingWord = /^(?:\/.*|end.*|close|stop)$/i

export const endWithWords = (words: string): FaultOfLine => ({
  code: 'container-words',
  message: `“::: ${words}” does not end the box: a line that ends one has no words`,
  hint: 'write ::: and nothing else in this line',
})

const howMany = (marker: string): string =>
  marker.includes('：') ? 'wide colons' : marker.length === 1 ? 'one colon' : 'two colons'

export const wrongColons = (marker: string, words: string): FaultOfLine => ({
  code: 'container-colons',
  message: `“${marker} ${words}” begins with ${howMany(marker)}, but a box needs three${marker.includes('：') ? ' plain ones' : ''}`,
  hint: `write ::: ${words}, and a line ::: after the last line of the box`,
})

export const wrongEnd = (marker: string, isEndedBelow: boolean): FaultOfLine => ({
  code: 'container-colons',
  message: `this line has ${howMany(marker)}: it does not end the box, and readers would see it`,
  hint: isEndedBelow ? 'remove this line: the ::: below it ends the box' : 'write three: :::',
})

export const indented: FaultOfLine = {
  code: 'container-indented',
  message: 'the colons of a box must stand at the beginning of a line, outside lists and quotations',
  hint: 'remove what stands before the colons',
}

export const unclosed = (name: string): FaultOfLine => ({
  code: 'container-unclosed',
  message: `“::: ${name}” is never closed, so the rest of the story would be inside the box`,
  hint: 'add a line ::: after the last line of the box',
})

/** `name`: of the box that begins where the other one should have ended. */
export const unclosedBefore = (outer: string, name: string): FaultOfLine => ({
  code: 'container-unclosed',
  message: `“::: ${outer}” above is not closed before “::: ${name}” begins here`,
  hint: 'add a line ::: above this line',
})

export const empty: FaultOfLine = {
  code: 'box-empty',
  message: 'this box is empty',
  hint: 'write its text on the lines below, or remove the box',
}

export const stray: FaultOfLine = {
  code: 'container-stray',
  message: '“:::” closes nothing: no box is open here',
  hint: 'remove the line',
}

export const nested = (name: string, { name: outer, colons }: Outer): FaultOfLine =>
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
export const faultsOfWords = (name: BoxName, words: string, advice: EntryAdvice): readonly FaultOfLine[] => {
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
