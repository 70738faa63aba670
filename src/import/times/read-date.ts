// A date of an archive, read by what is known of the archive; each guess is noted.

import type { LocalTime } from '../../time/local-time.ts'
import type { AddNote } from '../report/note.ts'
import { type DateStyle, plainStyle } from './date-style.ts'
import { createDayEvidence, type DayEvidence } from './day-order.ts'
import { readWrittenTime, type TimeReading } from './read-written-time.ts'

export type DateRules = Pick<DateStyle, 'calendar' | 'languages'> & {
  /** Of times without an offset. */
  readonly zone: string
  readonly evidence: DayEvidence
  /** Whether a program noted the times, so that midnight is one like any other. */
  readonly hasExactTimes: boolean
}

/** Where nothing is known of the archive. */
export const plainDateRules = (zone: string): DateRules => ({
  ...{ zone, calendar: null, languages: [], hasExactTimes: false },
  evidence: createDayEvidence('day first'),
})

const shownNote = 'Read a date of numbers in the order that other dates of the archive show'
const defaultNote = 'Guessed which number of a date is the day, as no date of the archive shows it'

/** `near`: a day that the name of the file has, or null. */
export const readDate = (
  value: unknown,
  { calendar, languages, evidence }: DateRules,
  near: Pick<LocalTime, 'year' | 'month' | 'day'> | null,
  addNote: AddNote,
): TimeReading => {
  const style = { ...plainStyle, calendar, languages }
  const plain = readWrittenTime(value, style)
  if (plain.kind === 'read' && plain.question !== null) evidence.see(plain.question)
  const question = plain.kind === 'unclear' ? plain.question : null
  const inOrder = (order: DateStyle['order']) => readWrittenTime(value, { ...style, order })
  const named = question?.choices.map(inOrder).find(each => isOn(each, near))
  const chosen = question === null || named !== undefined ? null : evidence.choose(question)
  const reading = named ?? (chosen === null ? plain : inOrder(chosen.order))
  if (reading.kind !== 'read') return reading
  const written = String(value)
  for (const guess of reading.guesses) addNote(guess, written)
  if (chosen?.isGuess) addNote(defaultNote, written, 'editor')
  else if (chosen !== null) addNote(shownNote, written)
  return reading
}

const isOn = (reading: TimeReading, near: Pick<LocalTime, 'year' | 'month' | 'day'> | null): boolean => {
  if (reading.kind !== 'read' || near === null) return false
  const { year, month, day } = reading.time.local
  return year === near.year && month === near.month && day === near.day
}
