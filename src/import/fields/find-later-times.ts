// The times of a story besides its date: when it was updated, and until when it was held back.

import type { Instant } from '../../domain/instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { AddNote } from '../report/note.ts'
import { toInstant } from './find-date.ts'
import { asText, type FieldReader } from './read-fields.ts'
import { readWrittenTime } from './read-written-time.ts'

export type LaterTimes = { readonly updated: Instant | null; readonly embargo: Instant | null }

export const findLaterTimes = (
  reader: FieldReader,
  published: Instant,
  zone: string,
  addNote: AddNote,
): LaterTimes => ({
  updated: updatedOf(reader, published, zone, addNote),
  embargo: embargoOf(reader, published, zone, addNote),
})

/** A time field beside the date; null when it says nothing that can be used. */
const timeOf = (value: unknown, name: string, zone: string, addNote: AddNote): Instant | null => {
  if (value === null) return null
  const reading = readWrittenTime(value)
  const found = reading.kind === 'read' ? toInstant(reading.time, zone, () => {}) : null
  if (found?.ok) return found.value.instant
  addNote(`Dropped the field ${name}, which is not a time`, asText(value) ?? undefined, 'editor')
  return null
}

const updatedOf = (
  reader: FieldReader,
  published: Instant,
  zone: string,
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
  const updated = timeOf(value, 'updated', zone, addNote)
  if (updated === null || updated === published) return null
  if (updated > published) return updated
  addNote('Dropped the time of an update that is before the date of the story', rfc3339(updated, zone))
  return null
}

/** Hugo holds a story back until its publishDate. */
const embargoOf = (
  reader: FieldReader,
  published: Instant,
  zone: string,
  addNote: AddNote,
): Instant | null => {
  const held = timeOf(reader.take('embargo', 'publishDate'), 'publishDate', zone, addNote)
  return held !== null && held > published ? held : null
}
