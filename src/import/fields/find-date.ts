// When a story was published: from its front matter, else from the name of its file.

import type { Instant } from '../../domain/instant.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { isPossibleOffset } from '../../time/complete-time.ts'
import { instantsOfLocal, type LocalTime } from '../../time/local-time.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import type { AddNote } from '../report/note.ts'
import { type FieldReader, saysNo } from './read-fields.ts'
import { readWrittenTime, type TimeReading, type WrittenTime } from './read-written-time.ts'

type FoundDate = {
  readonly instant: Instant
  /** The day as it was written, of which old addresses are made. */
  readonly day: string
}

const noonNote = 'Used noon, as the date has no time of day'
const gapNote = 'Used the time an hour later, as the clocks went forward over it'
const twiceNote = 'Used the earlier of two times, as the clocks went back over it'
const midnightNote = 'Used noon, as midnight UTC stands for a date without a time of day'
const offsetNote = 'Read a time as one of the zone of the site, as no clock has its offset'
const fromNameNote = 'Used the date in the name of the file'

/** The date that a story gives, however its field is called; null when it gives none. */
export const writtenDate = (reader: FieldReader): unknown => {
  // Some sites have a date in this field, some yes or no.
  const published = reader.take('published')
  const isDate = typeof published !== 'boolean' && !saysNo(published)
  return (
    reader.take('date', 'publishDate', 'pubDate', 'datePublished') ??
    (isDate ? published : null) ??
    reader.take('publishedAt', 'postedAt', 'createdAt', 'created')
  )
}

/** `value` is the front matter's date, null when it has none; `file` is the path in the archive. */
export const findDate = (
  value: unknown,
  file: string,
  zone: string,
  addNote: AddNote,
): Result<FoundDate, string> => {
  const named = dayInName(file)
  const written = value === null ? null : readWrittenTime(value)
  if (written?.kind === 'read') return toInstant(written.time, zone, addNote)
  if (written?.kind === 'impossible') return failure(`its date is impossible: ${written.reason}`)
  if (named?.kind === 'read') {
    addNote(fromNameNote, written === null ? undefined : written.reason)
    return toInstant(named.time, zone, addNote)
  }
  if (named?.kind === 'impossible') return failure(`the date in its name is impossible: ${named.reason}`)
  return failure(
    written === null
      ? 'it has no date in its front matter or its name; add a line such as date: 2019-05-04'
      : `its date cannot be read: ${written.reason}${written.kind === 'unreadable' ? '; write it as yyyy-mm-dd' : ''}`,
  )
}

/** The day in "2014-03-12-name.md" or "2014/03/12/name.md"; null when there is none. */
const dayInName = (file: string): TimeReading | null => {
  const parts =
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_. ][^/]*$)/.exec(file) ??
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ][^/]*)?\/[^/]+$/.exec(file) ??
    /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})\/[^/]+$/.exec(file)
  return parts && readWrittenTime(`${parts[1]}-${parts[2]}-${parts[3]}`)
}

/** A date without a time of day is noon: the same day wherever it is read. */
export const toInstant = (time: WrittenTime, zone: string, addNote: AddNote): Result<FoundDate, string> => {
  const { local, hasClock } = time
  const isBareMidnight = time.zone === 'Z' && local.hour + local.minute + local.second === 0
  if (!hasClock || isBareMidnight) {
    addNote(hasClock ? midnightNote : noonNote)
    return fromLocal({ ...local, hour: 12 }, zone, addNote)
  }
  if (time.zone?.includes('/')) return fromLocal(local, time.zone, addNote)
  if (time.zone === null) return fromLocal(local, zone, addNote)
  if (time.zone !== 'Z' && !isPossibleOffset(time.zone)) {
    addNote(offsetNote, `${dayText(local)} ${clockText(local)} ${time.zone}`, 'editor')
    return fromLocal(local, zone, addNote)
  }
  const parsed = parseInstant(`${dayText(local)}T${clockText(local)}${time.zone}`, zone)
  return parsed.ok
    ? success({ instant: parsed.value, day: dayText(local) })
    : failure(`its date is impossible: ${parsed.fault.message}`)
}

const fromLocal = (local: LocalTime, zone: string, addNote: AddNote): Result<FoundDate, string> => {
  const day = dayText(local)
  const [first, second] = instantsOfLocal(local, zone)
  if (first !== undefined) {
    if (second !== undefined) addNote(twiceNote, `${day} ${clockText(local)}`)
    return success({ instant: first, day })
  }
  const [later] = local.hour < 23 ? instantsOfLocal({ ...local, hour: local.hour + 1 }, zone) : []
  if (later === undefined)
    return failure(`its date is impossible: ${day} ${clockText(local)} does not exist in ${zone}`)
  addNote(gapNote, `${day} ${clockText(local)}`)
  return success({ instant: later, day })
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayText = (local: LocalTime): string => `${local.year}-${two(local.month)}-${two(local.day)}`
const clockText = (local: LocalTime): string => `${two(local.hour)}:${two(local.minute)}:${two(local.second)}`
