// When a story was published: from its front matter, else from the name of its file.

import type { Instant } from '../../domain/instant.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { isPossibleOffset } from '../../time/complete-time.ts'
import { instantsOfLocal, type LocalTime } from '../../time/local-time.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { AddNote } from '../report/note.ts'
import { dayInName } from '../times/day-in-name.ts'
import { type DateRules, readDate } from '../times/read-date.ts'
import type { WrittenTime } from '../times/read-written-time.ts'
import { type FieldReader, saysNo } from './read-fields.ts'

type FoundDate = {
  readonly instant: Instant
  /** The day as it was written, of which old addresses are made. */
  readonly day: string
  /** False where its time of day is noon for want of another. */
  readonly hasClock: boolean
}

const noonNote = 'Used noon, as the date has no time of day'
const gapNote = 'Used the time an hour later, as the clocks went forward over it'
const twiceNote = 'Used the earlier of two times, as the clocks went back over it'
const midnightNote = 'Used noon, as midnight UTC stands for a date without a time of day'
const offsetNote = 'Read a time as one of the zone of the site, as no clock has its offset'
const fromNameNote = 'Used the date in the name of the file'
const likelyNote = 'Took numbers in the path of the file for its date'

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
  rules: DateRules,
  addNote: AddNote,
): Result<FoundDate, string> => {
  const named = dayInName(file, rules)
  const near = named?.reading.kind === 'read' ? named.reading.time.local : null
  const written = value === null ? null : readDate(value, rules, near, addNote)
  if (written?.kind === 'read') return toInstant(written.time, rules, addNote)
  if (written?.kind === 'impossible') return failure(`its date is impossible: ${written.reason}`)
  if (named?.reading.kind === 'read') {
    const remark = written === null ? undefined : written.reason
    if (named.isLikely) addNote(likelyNote, remark, 'editor')
    else addNote(fromNameNote, remark)
    for (const guess of named.reading.guesses) addNote(guess, file)
    return toInstant(named.reading.time, rules, addNote)
  }
  if (named?.reading.kind === 'impossible')
    return failure(`the date in its name is impossible: ${named.reading.reason}`)
  return failure(
    written === null
      ? 'it has no date in its front matter or its name; add a line such as date: 2019-05-04'
      : `its date cannot be read: ${written.reason}${written.kind === 'unreadable' ? '; write it as yyyy-mm-dd' : ''}`,
  )
}

/** A date without a time of day is noon: the same day wherever it is read. */
export const toInstant = (
  time: WrittenTime,
  { zone, hasExactTimes }: Pick<DateRules, 'zone' | 'hasExactTimes'>,
  addNote: AddNote,
): Result<FoundDate, string> => {
  const { local, hasClock } = time
  const isMidnight = local.hour + local.minute + local.second === 0
  const found =
    hasClock && (hasExactTimes || !isMidnight || time.zone !== 'Z')
      ? withClock(time, zone, addNote)
      : atNoon(time, zone, addNote)
  if (!found.ok) return found
  // In the zone of the stories, another year may have begun.
  const again = parseInstant(rfc3339(found.value.instant, zone), zone)
  if (!again.ok) return failure(`its date is impossible: ${again.fault.message}`)
  const day = time.writtenDay
  return day === null ? found : success({ ...found.value, day })
}

const atNoon = (
  { local, hasClock }: WrittenTime,
  zone: string,
  addNote: AddNote,
): Result<FoundDate, string> => {
  addNote(hasClock ? midnightNote : noonNote)
  const found = fromLocal({ ...local, hour: 12 }, zone, addNote)
  return found.ok ? success({ ...found.value, hasClock: false }) : found
}

const withClock = (time: WrittenTime, zone: string, addNote: AddNote): Result<FoundDate, string> => {
  const { local } = time
  if (time.zone?.includes('/')) return fromLocal(local, time.zone, addNote)
  if (time.zone === null) return fromLocal(local, zone, addNote)
  if (time.zone !== 'Z' && !isPossibleOffset(time.zone)) {
    addNote(offsetNote, `${dayText(local)} ${clockText(local)} ${time.zone}`, 'editor')
    return fromLocal(local, zone, addNote)
  }
  const parsed = parseInstant(`${dayText(local)}T${clockText(local)}${time.zone}`, zone)
  return parsed.ok
    ? success({ instant: parsed.value, day: dayText(local), hasClock: true })
    : failure(`its date is impossible: ${parsed.fault.message}`)
}

const fromLocal = (local: LocalTime, zone: string, addNote: AddNote): Result<FoundDate, string> => {
  const day = dayText(local)
  const [first, second] = instantsOfLocal(local, zone)
  if (first !== undefined) {
    if (second !== undefined) addNote(twiceNote, `${day} ${clockText(local)}`)
    return success({ instant: first, day, hasClock: true })
  }
  const [later] = local.hour < 23 ? instantsOfLocal({ ...local, hour: local.hour + 1 }, zone) : []
  if (later === undefined)
    return failure(`its date is impossible: ${day} ${clockText(local)} does not exist in ${zone}`)
  addNote(gapNote, `${day} ${clockText(local)}`)
  return success({ instant: later, day, hasClock: true })
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayText = (local: LocalTime): string => `${local.year}-${two(local.month)}-${two(local.day)}`
const clockText = (local: LocalTime): string => `${two(local.hour)}:${two(local.minute)}:${two(local.second)}`
