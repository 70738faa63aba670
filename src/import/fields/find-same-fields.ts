// Fields that Dateline knows by the same name and form, kept as they are.

import type { AddNote } from '../report/note.ts'
import { findSource } from './find-source.ts'
import { kickerNames } from './other-names.ts'
import { asText, type FieldReader } from './read-fields.ts'
import { wordsOfField } from './words-of-field.ts'

/** `hosts`: those of the old site and the new one; none where the old one is not known. */
export const findSameFields = (
  reader: FieldReader,
  hosts: ReadonlySet<string>,
  addNote: AddNote,
): Readonly<Record<string, unknown>> => {
  const same: Record<string, unknown> = {}
  const dateline = wordsOfField(reader.take('dateline'), addNote)
  if (dateline !== null && [...dateline].length <= 100) same.dateline = dateline
  else if (dateline !== null) addNote('Dropped a dateline longer than 100 characters', dateline, 'editor')
  const kicker = wordsOfField(reader.takeText(...kickerNames), addNote)
  if (kicker !== null && [...kicker].length <= 40) same.kicker = kicker
  else if (kicker !== null) addNote('Dropped a kicker longer than 40 characters', kicker, 'editor')
  const source = findSource(reader, hosts, addNote)
  if (source !== null) same.source = source
  const urgency = Number(asText(reader.take('urgency')) ?? Number.NaN)
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) same.urgency = urgency
  return same
}
