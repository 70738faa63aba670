// The times of a story besides its date: when it was updated, and until when it was held back.

import type { Instant } from '../../domain/instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { AddNote } from '../report/note.ts'
import { type DateRules, readDate } from '../times/read-date.ts'
import { toInstant } from './find-date.ts'
import { asText, type FieldReader } from './read-fields.ts'

export type LaterTimes = { readonly updated: Instant | null; readonly embargo: Instant | null }

type Rules = DateRules & {
  /** Nothing was updated after it. */
  readonly now: Instant
}

export const findLaterTimes = (
  reader: FieldReader,
  published: Instant,
  rules: Rules,
  addNote: AddNote,
): LaterTimes => ({
  updated: updatedOf(reader, published, rules, addNote),
  embargo: embargoOf(reader, published, rules, addNote),
})

/** A time field beside the date; null when it says nothing that can be used. */
const timeOf = (value: unknown, name: string, rules: Rules, addNote: AddNote): Instant | null => {
  if (value === null) return null
  const reading = readDate(value, rules, null, addNote)
  const found = reading.kind === 'read' ? toInstant(reading.time, rules, () => {}) : null
  if (found?.ok) return found.value.instant
  addNote(`Dropped the field ${name}, which is not a time`, asText(value) ?? undefined, 'editor')
  return null
}

const updatedOf = (
  reader: FieldReader,
  published: Instant,
  rules: Rules,
  addNote: AddNote,
): Instant | null => {
  const value = reader.take(
    'updated',
    'lastmod',
    'last_modified_at',
    'lastModified',
    'modified',
    'dateModified',
    'lastUpdated',
    'updatedAt',
    'modified_date',
  )
  const updated = timeOf(value, 'updated', rules, addNote)
  if (updated === null || updated === published) return null
  const written = rfc3339(updated, rules.zone)
  if (updated > rules.now) {
    addNote('Dropped the time of an update that lies in the future', written)
    return null
  }
  if (updated > published) return updated
  addNote('Dropped the time of an update that is before the date of the story', written)
  return null
}

/** Hugo holds a story back until its publishDate. */
const embargoOf = (
  reader: FieldReader,
  published: Instant,
  rules: Rules,
  addNote: AddNote,
): Instant | null => {
  const held = timeOf(reader.take('embargo', 'publishDate'), 'publishDate', rules, addNote)
  return held !== null && held > published ? held : null
}
