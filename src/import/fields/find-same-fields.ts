// Fields that Dateline knows by the same name and form, kept as they are.

import { parseUrl } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'

export const findSameFields = (reader: FieldReader, addNote: AddNote): Readonly<Record<string, unknown>> => {
  const same: Record<string, unknown> = {}
  const dateline = asText(reader.take('dateline'))
  if (dateline !== null && dateline.length <= 100) same.dateline = dateline
  const kicker = asText(reader.take('kicker'))
  if (kicker !== null && [...kicker].length <= 40) same.kicker = kicker
  else if (kicker !== null) addNote('Dropped a kicker longer than 40 characters', kicker, 'editor')
  const source = asMap(reader.take('source'))
  const name = asText(source?.get('name'))
  const url = asText(source?.get('url'))
  if (name !== null && url !== null && /^https?:\/\/\S+$/.test(url) && parseUrl(url) !== null)
    same.source = { name, url }
  else if (reader.take('source') !== null)
    addNote(
      'Dropped a source without a name or a web address',
      asText(reader.take('source')) ?? undefined,
      'editor',
    )
  const urgency = Number(asText(reader.take('urgency')) ?? Number.NaN)
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) same.urgency = urgency
  return same
}
