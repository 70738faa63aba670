// The `:::` lines of a story's markdown: one that is misspelt or never closed would swallow the rest of the story.

import { type BoxName, boxNames, readBox } from '../markdown/boxes.ts'
import { readEntryLine } from '../markdown/live-entries.ts'
import type { BodyFault } from './body-fault.ts'
import { nearMiss } from './near-miss.ts'
import { proseLines } from './prose-lines.ts'

type Opened = {
  readonly name: string
  readonly colons: number
  readonly line: number
  /** Another fault tells of it already; its end is taken for what its author meant. */
  readonly isTold: boolean
}

/** `zone`: the site's, for advice. */
export const findContainerFaults = (body: string, zone: string): readonly BodyFault[] => {
  if (!body.includes(':::')) return []
  const faults: BodyFault[] = []
  const opened: Opened[] = []
  const add = (line: number, fault: Fault) => faults.push({ line, ...fault })
  for (const { line, text } of proseLines(body)) {
    const [, { length: colons } = '', rest = ''] = /^ {0,3}(:{3,})[ \t]*(.*?)[ \t]*$/.exec(text) ?? []
    if (colons === 0) continue
    if (rest !== '') {
      const { name, words } = readBox(rest) ?? { name: rest, words: null }
      const own = words === null ? [unknown(name)] : faultsOfWords(name as BoxName, words, zone)
      for (const fault of own) add(line, fault)
      const outer = opened.at(-1)
      const isNested = outer !== undefined && outer.colons <= colons
      if (isNested && !outer.isTold) add(line, nested(name, outer))
      opened.push({ name, colons, line, isTold: isNested || words === null })
    } else if (opened.at(-1)?.isTold) opened.pop()
    else
      for (const left of closedBy(colons, opened)) add(left?.line ?? line, left ? unclosed(left.name) : stray)
  }
  for (const { name, line, isTold } of opened) if (!isTold) add(line, unclosed(name))
  return faults.sort((one, other) => one.line - other.line)
}

/** Takes out the outermost box that so many colons end, and all in it. Those that are left unclosed; null when there is none. */
const closedBy = (colons: number, opened: Opened[]): readonly (Opened | null)[] => {
  const at = opened.findIndex(outer => outer.colons <= colons)
  return at === -1 ? [null] : opened.splice(at).slice(1)
}

type Fault = Omit<BodyFault, 'line'>

const unknown = (name: string): Fault => ({
  code: 'container-unknown',
  message: `“::: ${name}” is nothing that a story can hold`,
  hint:
    nearMiss(name.split(/\s/)[0] ?? '', boxNames) ??
    `write one of ${boxNames.join(', ')} behind the colons, or remove them`,
})

const unclosed = (name: string): Fault => ({
  code: 'container-unclosed',
  message: `“::: ${name}” is never closed, so it would hold the rest of the story`,
  hint: 'add a line ::: behind its last words',
})

const stray: Fault = {
  code: 'container-stray',
  message: 'nothing is open here that “:::” could close',
  hint: 'remove the line',
}

const nested = (name: string, { name: outer, colons }: Opened): Fault => ({
  code: 'container-nested',
  message: `“::: ${name}” stands in “::: ${outer}”, and its end would be the end of both`,
  hint: `begin and end ${outer} with more colons than what stands in it: ${':'.repeat(colons + 1)}`,
})

/** What stands behind a box's name. */
const faultsOfWords = (name: BoxName, words: string, zone: string): readonly Fault[] => {
  if (name === 'entry') return faultsOfEntry(words, zone)
  if (name === 'pullquote' && words !== '') {
    const message = 'a pull quote has no title'
    return [{ words, code: 'container-words', message, hint: 'write its words on the lines below' }]
  }
  if (name === 'facts' && words === '') {
    const hint = 'write it behind the name: ::: facts The storm in figures'
    return [{ code: 'facts-no-title', message: 'the fact box has no title', hint }]
  }
  return []
}

const faultsOfEntry = (line: string, zone: string): readonly Fault[] => {
  const form = 'write ::: entry 2024-10-24T18:40:00+05:30 Headline'
  const { at, headline, time } = readEntryLine(line, zone)
  if (!/^\d/.test(time)) return [{ code: 'entry-no-time', message: 'the entry has no time', hint: form }]
  const late = at.ok ? [] : [{ words: time, ...at.fault }]
  if (headline !== '') return late
  return [...late, { code: 'entry-no-headline', message: 'the entry has no headline', hint: form }]
}
