// Fields that Dateline knows by the same name and form, kept as they are.

import type { AddNote } from '../report/note.ts'
import { findSource } from './find-source.ts'
import { kickerNames } from './other-names.ts'
import { asText, type FieldReader } from './read-fields.ts'

/** `hosts`: those of the old site and the new one; none where the old one is not known. */
export const findSameFields = (
  reader: FieldReader,
  hosts: ReadonlySet<string>,
  addNote: AddNote,
): Readonly<Record<string, unknown>> => {
  const same: Record<string, unknown> = {}
  const dateline = asText(reader.take('dateline'))
  if (dateline !== null && dateline.length <= 100) same.dateline = dateline
  const kicker = reader.takeText(...kickerNames)
  if (kicker !== null && [...kicker].length <= 40) same.kicker = kicker
  else if (kicker !== null) addNote('Dropped a kicker longer than 40 characters', kicker, 'editor')
  const source = findSource(reader, hosts, addNote)
  if (source !== null) same.source = source
  const urgency = Number(asText(reader.take('urgency')) ?? Number.NaN)
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) same.urgency = urgency
  return same
}
