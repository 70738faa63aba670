// Fields that Dateline knows by the same name and form, kept as they are.

import type { TargetSite } from '../read-target-site.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import { findSource } from './find-source.ts'
import { kickerNames } from './other-names.ts'
import { asText, asTexts, type FieldReader } from './read-fields.ts'

/** `site`: the new one. */
export const findSameFields = (
  reader: FieldReader,
  site: Pick<TargetSite, 'series'> & {
    /** Those of the old site and the new one; none where the old one is not known. */
    readonly hosts: ReadonlySet<string>
  },
  addNote: AddNote,
): Readonly<Record<string, unknown>> => {
  const same: Record<string, unknown> = {}
  const dateline = asText(reader.take('dateline'))
  if (dateline !== null && dateline.length <= 100) same.dateline = dateline
  const kicker = reader.takeText(...kickerNames)
  if (kicker !== null && [...kicker].length <= 40) same.kicker = kicker
  else if (kicker !== null) addNote('Dropped a kicker longer than 40 characters', kicker, 'editor')
  const source = findSource(reader, site.hosts, addNote)
  if (source !== null) same.source = source
  const urgency = Number(asText(reader.take('urgency')) ?? Number.NaN)
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) same.urgency = urgency
  const series = seriesIn(reader, site.series, addNote)
  if (series !== null) same.series = series
  return same
}

/** The first that the site has, by its key or its title. */
const seriesIn = (reader: FieldReader, known: TargetSite['series'], addNote: AddNote): string | null => {
  const names = asTexts(reader.take('series'), null)
  const found = known.find(({ key, name }) =>
    names.some(each => toKey(each) === key || toKey(each) === toKey(name)),
  )
  if (found === undefined && names.length > 0)
    addNote(
      'Dropped a series that _data/series.yaml does not have; add it there and import again',
      names[0],
      'editor',
    )
  return found?.key ?? null
}
