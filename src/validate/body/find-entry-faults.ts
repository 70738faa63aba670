// The time and the headline behind `::: entry`: what is wrong with them, and the whole line as it should be.

import type { Fault } from '../../domain/problem.ts'
import { readEntryLine } from '../../markdown/live-entries.ts'
import { readOtherSpelling } from '../../time/other-spellings.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import type { BodyFault } from './body-fault.ts'

/** For times in advice. */
export type EntryAdvice = {
  /** The site's. */
  readonly zone: string
  /** The story's. */
  readonly day: string
}

export const faultsOfEntry = (
  line: string,
  { zone, day }: EntryAdvice,
): readonly Omit<BodyFault, 'line'>[] => {
  const { at, headline, time } = readEntryLine(line, zone)
  if (at.ok) return headline === '' ? [withoutHeadline(time)] : []
  const written = writtenTime(line, day)
  const words = written ?? time
  const rest = line.slice(words.length).trim()
  if (written === null && !/^\d/.test(time)) return [withoutTime(line, exampleAt(day, zone))]
  const parsed = parseInstant(words, zone, day)
  const late = parsed.ok ? [] : [{ words, ...parsed.fault, hint: withHeadline(parsed.fault.hint, rest) }]
  if (rest !== '') return late
  return [...late, withoutHeadline(exampleAt(day, zone))]
}

/** In "6:40 pm The doors open" and "30 Nov 2026 18:40 The doors open": all words of the time. */
const writtenTime = (line: string, day: string): string | null => {
  const ends = [...line.matchAll(/\S+/g)]
    .slice(0, longestTime)
    .map(({ 0: word, index }) => index + word.length)
  const times = ends.map(end => line.slice(0, end)).filter(text => isTime(text, day))
  return times.at(-1) ?? null
}

/** "Thursday, October 24th, 2024, 9:30 p.m. IST". */
const longestTime = 7

const isTime = (text: string, day: string): boolean =>
  !nameOfNoZone.test(text) && readOtherSpelling(text, day)?.hasClock === true

/** "18:40 The": what stands behind a clock may be a name of its zone only in capitals. */
const nameOfNoZone = /\s(?!(?:[AaPp][Mm]|UTC|GMT|[A-Z]{2,4}T|Uhr|hrs|h)$)[A-Za-z]{1,5}$/

const exampleAt = (day: string, zone: string): string => {
  const parsed = parseInstant(`${day}T18:40:00`, zone, day)
  return parsed.ok ? '' : (/\d{4}-\d\d-\d\dT\S+/.exec(parsed.fault.hint)?.[0] ?? '')
}

/** The whole line, where the advice has one time. */
const withHeadline = (hint: string, headline: string): string => {
  const [before = '', time = '', ...more] = hint.split(/(\d{4}-\d\d-\d\dT\S+)/)
  if (time === '' || more.join('') !== '' || headline === '') return hint
  return `${before}::: entry ${time} ${headline}`
}

const withoutTime = (headline: string, example: string): Fault => ({
  code: 'entry-no-time',
  message: 'the entry has no time',
  hint: `write when it happened before the headline, such as ::: entry ${example} ${headline || 'Headline'}`,
})

const withoutHeadline = (time: string): Fault => ({
  code: 'entry-no-headline',
  message: 'the entry has no headline',
  hint: `write it behind the time: ::: entry ${time} Headline`,
})
